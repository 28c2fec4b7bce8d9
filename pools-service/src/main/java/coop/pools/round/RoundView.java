package coop.pools.round;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.Bodies;
import coop.pools.kernel.Money;
import coop.pools.round.domain.Round;
import coop.pools.round.domain.RoundBucket;
import coop.pools.round.domain.RoundState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A round as it stands.
 *
 * @param lines in the order of the vote
 * @param mine of whoever asks; empty for those without a share
 */
public record RoundView(Round round, RoundState state, Bodies.Body body, List<Line> lines, Optional<Mine> mine) {
    /** A bucket and its part in the round. */
    public record Line(RoundBucket part, Bucket bucket) {}

    /**
     * What a person has done with their share.
     *
     * @param given by bucket, above zero each
     */
    public record Mine(Money share, Map<UUID, Money> given) {
        public Money allocated() {
            return given.values().stream().reduce(Money.zero(share.currency()), Money::plus);
        }

        public Money left() {
            return share.minus(allocated());
        }

        public Money to(UUID bucket) {
            return given.getOrDefault(bucket, Money.zero(share.currency()));
        }
    }

    /** What all have given so far. */
    public Money allocated() {
        return sum(lines.stream().map(line -> line.part().allocated()).toList());
    }

    /** What the buckets got; nothing before the end. */
    public Money funded() {
        return sum(lines.stream().flatMap(line -> line.part().funded().stream()).toList());
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(round.share().currency()), Money::plus);
    }
}
