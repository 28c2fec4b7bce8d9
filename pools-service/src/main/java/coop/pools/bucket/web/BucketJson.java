package coop.pools.bucket.web;

import coop.pools.bucket.ReadBuckets.Filled;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A bucket in the API.
 *
 * @param slug names it in actions and splits
 * @param balance what is in it now
 * @param goal how much is wanted
 */
public record BucketJson(
        UUID id,
        String slug,
        String name,
        String purpose,
        MoneyJson balance,
        Optional<MoneyJson> goal,
        boolean open,
        Instant openedAt) {
    static BucketJson of(Filled filled) {
        return new BucketJson(
                filled.bucket().id(),
                filled.bucket().slug(),
                filled.bucket().name(),
                filled.bucket().purpose(),
                MoneyJson.of(filled.balance()),
                filled.bucket().goal().map(MoneyJson::of),
                filled.bucket().isOpen(),
                filled.bucket().openedAt());
    }

    /** All buckets of a Pool, in the order of their opening. */
    public record Buckets(List<BucketJson> items) {}
}
