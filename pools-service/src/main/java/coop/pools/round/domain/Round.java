package coop.pools.round.domain;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A collaborative funding round: a pot that everybody has the same share of, to give to buckets.
 *
 * @param proposal the vote that opened it
 * @param slug its word in the name of its pot's account; never changes
 * @param share of each person, above zero
 * @param people who have one
 * @param opensAt from when on it can be given in
 * @param closesAt until when, exclusive
 * @param keepsPartial whether a bucket that gets less than it needs keeps that
 */
public record Round(
        UUID id,
        BodyRef body,
        UUID proposal,
        String slug,
        String name,
        Money share,
        long people,
        Instant opensAt,
        Instant closesAt,
        boolean keepsPartial,
        Optional<End> end) {

    /**
     * How it ended.
     *
     * @param by the vote that ended it before its time; empty at its close
     * @param funded whether buckets got what they had been given; otherwise all went back
     * @param pot what was in the pot then: less than what was set aside where a Pool left the Flood
     */
    public record End(Instant at, Optional<UUID> by, boolean funded, Money pot) {}

    /** All shares together: what was set aside. */
    public Money pot() {
        return new Money(Math.multiplyExact(share.minorUnits(), people), share.currency());
    }

    /** The word of the pot among the buckets of the book. A bucket's own has no full stop. */
    public String potSlug() {
        return "round." + slug;
    }

    /** Where the pot stands in the book. */
    public String potAccount() {
        return Accounts.bucket(potSlug());
    }

    public RoundState stateAt(Instant now) {
        if (end.isPresent()) {
            return end.get().funded() ? RoundState.FUNDED : RoundState.RETURNED;
        }
        if (now.isBefore(opensAt)) {
            return RoundState.OPENING;
        }
        return now.isBefore(closesAt) ? RoundState.OPEN : RoundState.CLOSING;
    }
}
