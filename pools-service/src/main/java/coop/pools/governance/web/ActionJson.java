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
        Optional<String> bucket) {}
