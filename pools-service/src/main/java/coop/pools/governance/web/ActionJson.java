package coop.pools.governance.web;

import coop.pools.platform.web.MoneyJson;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An action as the API gives it; fields that do not belong to its type are left out.
 *
 * @param flood the Flood's slug
 * @param bucket the bucket's slug
 * @param mode of custody: host or own
 * @param form a legal form
 */
public record ActionJson(
        String type,
        Optional<UUID> payee,
        Optional<String> payeeName,
        Optional<MoneyJson> amount,
        Optional<String> purpose,
        Optional<Map<String, Object>> rules,
        Optional<String> flood,
        Optional<UUID> floodId,
        Optional<String> bucket,
        Optional<String> mode,
        Optional<UUID> person,
        Optional<String> form) {
    /** Of an action without custody and stewards. */
    ActionJson(
            String type,
            Optional<UUID> payee,
            Optional<String> payeeName,
            Optional<MoneyJson> amount,
            Optional<String> purpose,
            Optional<Map<String, Object>> rules,
            Optional<String> flood,
            Optional<UUID> floodId,
            Optional<String> bucket) {
        this(
                type,
                payee,
                payeeName,
                amount,
                purpose,
                rules,
                flood,
                floodId,
                bucket,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of an action about who holds the money or carries payments out. */
    static ActionJson ofCustody(String type, Optional<String> mode, Optional<UUID> person) {
        return new ActionJson(
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                mode,
                person,
                Optional.empty());
    }

    /** Of an action that takes another legal form. */
    static ActionJson ofForm(String type, String form) {
        ActionJson bare = ofCustody(type, Optional.empty(), Optional.empty());
        return new ActionJson(
                type,
                bare.payee,
                bare.payeeName,
                bare.amount,
                bare.purpose,
                bare.rules,
                bare.flood,
                bare.floodId,
                bare.bucket,
                bare.mode,
                bare.person,
                Optional.of(form));
    }
}
