package coop.pools.governance.web;

import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An action as the API takes it. Which fields belong to it depends on {@code type}; {@link ActionReader} refuses others.
 *
 * @param type statement, pay, change-rules, join-flood, fund-flood, leave-flood, allocate, close-bucket,
 *     choose-custody, name-steward, end-steward, admit-member, remove-member,
 *     name-ombud, end-ombud, choose-legal-form, wind-up, pledge, end-pledge, open-round or end-round; in a Flood also
 *     admit-pool, remove-pool, change-compact, dissolve, merge-flood, take-in-flood or split-flood;
 *     in the commons of all Pools change-share
 * @param payee an id
 * @param rules new values by key
 * @param flood a slug or an id
 * @param bucket a slug
 * @param mode of custody: host or own
 * @param person an id
 * @param pool a slug or an id; that of a member Flood is an id here, or a slug in {@code flood}
 * @param pools slugs or ids, for a split
 * @param name of the new Flood, for a split; of a round
 * @param form a legal form, for example de_llc
 * @param basisPoints of a pledge: missing or 0 for once, otherwise 1 to 10,000 of what comes in in a month
 * @param most of a monthly pledge, over all months; may be missing
 * @param pledge an id
 * @param pot what a round divides among everybody in equal shares
 * @param buckets that a round can give to
 * @param opensAt from when on a round can be given in; missing: as soon as it is decided
 * @param closesAt when a round closes; or {@code days}, from its opening on
 * @param after what a round does with money in the end; may be missing
 * @param round an id, for its end
 * @param outcome of a round that ends before its time: fund, or return, also when it is missing
 * @param share that the commons gets of fees and tips
 */
public record ActionBody(
        String type,
        String payee,
        MoneyJson amount,
        String purpose,
        Map<String, Object> rules,
        String flood,
        String bucket,
        String mode,
        String person,
        String form,
        String pool,
        List<String> pools,
        String name,
        Integer basisPoints,
        MoneyJson most,
        String pledge,
        MoneyJson pot,
        List<RoundLineBody> buckets,
        Instant opensAt,
        Instant closesAt,
        Integer days,
        RoundAfter after,
        String round,
        String outcome,
        ShareBody share) {
    /** The round that it would open. */
    RoundBody opening() {
        return new RoundBody(name, pot, buckets, new RoundBody.Times(opensAt, closesAt, days), after);
    }
}
