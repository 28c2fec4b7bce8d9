package coop.pools.exit;

import coop.pools.exit.ReckonShare.Reckoning;
import coop.pools.exit.domain.ExitClaim;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.membership.Exits;
import coop.pools.membership.domain.ExitShare;
import coop.pools.membership.domain.Membership;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a member who leaves their fair share (article 17): a right of their own that no vote has to grant. It is worked
 * out under the locks of the roster and the book, kept as a claim in the transaction of the leaving, and what can be
 * paid at once is set aside in it too.
 */
public final class SettleExits implements Exits {
    private final ExitStore store;
    private final Ledger ledger;
    private final ReckonShare reckon;
    private final QueueOfExits queue;
    private final Clock clock;

    public SettleExits(ExitStore store, Ledger ledger, ReckonShare reckon, QueueOfExits queue, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.reckon = reckon;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public ExitShare preview(Membership stay) {
        ledger.hold(stay.poolId());
        Reckoning reckoning = of(stay);
        long room = queue.room(stay.poolId(), clock.instant()) - store.owed(stay.poolId());
        long now = Math.max(0, Math.min(room, reckoning.amount().minorUnits()));
        return share(reckoning, new Money(now, reckoning.given().currency()));
    }

    @Override
    public ExitShare settle(Membership stay, Reason reason) {
        store.lockOpen(stay.poolId());
        ledger.hold(stay.poolId());
        Reckoning reckoning = of(stay);
        Money nothing = Money.zero(reckoning.given().currency());
        if (reckoning.amount().isZero()) {
            return share(reckoning, nothing);
        }
        ExitClaim claim = claim(stay, reckoning, reason);
        long before = store.owed(stay.poolId());
        if (store.insert(claim) == 0) {
            throw new IllegalStateException("settled before: " + stay);
        }
        queue.work(stay.poolId());
        long waits = Math.max(0, store.owed(stay.poolId()) - before);
        Money later = new Money(Math.min(waits, claim.amount().minorUnits()), nothing.currency());
        return share(reckoning, claim.amount().minus(later));
    }

    /** Gives each of these members of a Pool that ends the claim that leaving would. The claims and the book are locked. */
    void claimAll(UUID pool, List<Membership> members, Reason reason) {
        ReckonShare.Reckoner now = reckon.now(pool);
        for (Membership member : members) {
            Reckoning reckoning = now.of(member);
            if (reckoning.amount().isPositive()) {
                store.insert(claim(member, reckoning, reason));
            }
        }
    }

    private ExitClaim claim(Membership stay, Reckoning reckoning, Reason reason) {
        return new ExitClaim(
                idOf(stay),
                stay.poolId(),
                stay.personId(),
                stay.number(),
                reason.name().toLowerCase(Locale.ROOT),
                reckoning.given(),
                reckoning.amount(),
                Money.zero(reckoning.amount().currency()),
                clock.instant(),
                Optional.empty());
    }

    /** Nothing where the Pool ends and they have their claim already. */
    private Reckoning of(Membership stay) {
        Money nothing = Money.zero(ledger.currency(stay.poolId()));
        return store.find(idOf(stay)).isPresent() ? new Reckoning(nothing, nothing, nothing) : reckon.of(stay);
    }

    /** The claim of a stay. */
    static UUID idOf(Membership stay) {
        return IdSource.derivedId("exit", stay.poolId().toString(), String.valueOf(stay.number()));
    }

    private static ExitShare share(Reckoning reckoning, Money now) {
        return new ExitShare(reckoning.given(), reckoning.given().minus(reckoning.left()), reckoning.borne(), now);
    }
}
