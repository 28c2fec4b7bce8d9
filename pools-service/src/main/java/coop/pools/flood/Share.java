package coop.pools.flood;

import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import java.util.Optional;

/**
 * What one Pool or Flood gives to one payment of a Flood, out of one kind of its money.
 *
 * @param amount above zero
 * @param bucket the slug of the Flood's bucket that it comes from; empty for what is in none
 */
record Share(Member member, Fund fund, Money amount, Optional<String> bucket) {
    /** The account that it comes from, and goes back to. */
    String source() {
        return bucket.map(slug -> fund.inBucket(slug, member.key())).orElseGet(this::free);
    }

    /** The account of what the Pool has in the Flood, free to be spent for anything. */
    String free() {
        return fund.free(member.key());
    }

    /** The account of what is promised of it. */
    String committed() {
        return fund.committed(member.key());
    }

    /** The same, out of an account that {@link #source} has named. */
    Share outOf(String source) {
        String[] parts = source.split(":");
        boolean inBucket = parts.length == 4;
        return new Share(member, fund, amount, inBucket ? Optional.of(parts[2]) : Optional.empty());
    }

    Share of(Money other) {
        return new Share(member, fund, other, bucket);
    }
}
