package coop.pools.round.domain;

import coop.pools.kernel.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * A bucket in a round.
 *
 * @param place in the order of the vote, from 0 on
 * @param candidate whether it opened with the round
 * @param target the most that the round can give it
 * @param minimum the least that is of use to it; without one it is the target
 * @param allocated what people give it while the round is open
 * @param counted what of that counted at the close: without those who had left
 * @param funded what it got
 */
public record RoundBucket(
        UUID bucket,
        int place,
        boolean candidate,
        Money target,
        Optional<Money> minimum,
        Money allocated,
        Optional<Money> counted,
        Optional<Money> funded) {
    /** Below it the bucket is of no use. */
    public Money needed() {
        return minimum.orElse(target);
    }

    /** What it can still take. */
    public Money room() {
        return target.minus(allocated);
    }
}
