package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.TakenBacks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payouts, which everybody may see: they stand in the public book. */
public final class ReadPayouts {
    private final PayoutStore payouts;
    private final HandOverStore handOvers;

    public ReadPayouts(PayoutStore payouts, HandOverStore handOvers) {
        this.payouts = payouts;
        this.handOvers = handOvers;
    }

    /** What a payout hands over to a Flood; empty where it pays somebody. */
    public Optional<HandOver> handOver(UUID payout) {
        return handOvers.find(payout);
    }

    /** What banks have taken back of it. */
    public TakenBacks takenBack(Payout payout) {
        return new TakenBacks(payout.amount(), handOvers.backs(payout.id()));
    }

    /** Whether banks have taken all of it back, so that it has to arrive again. */
    public boolean isTakenBack(Payout payout) {
        return payout.state() == PayoutState.PAID
                && takenBack(payout).timesOver() > 0
                && handOvers.find(payout.id()).flatMap(HandOver::arrivedAt).isEmpty();
    }

    /** Since when it is on its way once more, as a bank has taken it back; empty where none has. */
    public Optional<Instant> wentAgainAt(UUID payout) {
        return handOvers.takenBackAt(payout);
    }

    /** What came to whoever holds the Flood's money with this payout's number and is not it, the oldest first. */
    public List<Money> others(UUID payout) {
        return handOvers.others(payout).stream()
                .map(listed -> Money.of(listed.amountMinor(), listed.currency()))
                .toList();
    }

    /** @throws Refused NOT_FOUND */
    public Payout byId(UUID id) {
        return payouts.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The payout that a proposal ordered; empty when it has ordered none. */
    public Optional<Payout> ofProposal(UUID proposal) {
        return payouts.ofProposal(proposal);
    }

    /** The body's payouts, the newest first, beginning after the one with id {@code after} where given. */
    public List<Payout> ofBody(BodyRef body, Optional<UUID> after, int limit) {
        return payouts.ofBody(body.id(), after, limit);
    }
}
