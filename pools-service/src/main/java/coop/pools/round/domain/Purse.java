package coop.pools.round.domain;

import coop.pools.kernel.Money;
import java.util.UUID;

/**
 * What a person has given of their share of a round.
 *
 * @param changes how often it was changed
 */
public record Purse(UUID round, UUID person, Money share, Money allocated, int changes) {
    /** What is left to give. */
    public Money left() {
        return share.minus(allocated);
    }
}
