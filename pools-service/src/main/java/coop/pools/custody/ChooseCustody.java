package coop.pools.custody;

import coop.pools.bylaws.AmendBylaws;
import coop.pools.custody.domain.Custody;
import coop.pools.custody.domain.CustodyMode;
import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out a vote on who holds a Pool's money. Money never changes hands by it: while any stands in the book the vote
 * is blocked, and can be taken again when the Pool is empty. What is only begun or comes by itself does not block it:
 * from now on nothing is taken in, {@link WatchAccounts} closes those ways, and the change stands when nothing is left.
 * Runs in the transaction of the enactment.
 */
public final class ChooseCustody {
    private final CustodyDesk desk;
    private final CustodyActionCheck check;
    private final HeldMoney held;
    private final AmendBylaws amend;

    public ChooseCustody(CustodyDesk desk, CustodyActionCheck check, HeldMoney held, AmendBylaws amend) {
        this.desk = desk;
        this.check = check;
        this.held = held;
        this.amend = amend;
    }

    /** @throws Refused CUSTODY_UNCHANGED or CUSTODY_MONEY_LEFT */
    public void choose(UUID proposal, UUID pool, CustodyMode wanted) {
        Instant now = desk.clock().instant();
        desk.transactions().inTransaction(() -> {
            check.requireChange(pool, wanted);
            Optional<Custody> present = desk.store().lock(pool);
            HeldMoney.Left left = held.of(pool);
            boolean onTheWay =
                    present.filter(custody -> custody.state().isChanging()).isPresent();
            if (!onTheWay && left.inBook()) {
                throw new Refused(CustodyRefusal.CUSTODY_MONEY_LEFT);
            }
            if (wanted == CustodyMode.OWN) {
                own(proposal, pool, present, now);
            } else {
                host(proposal, present.orElseThrow(), left);
            }
        });
    }

    private void own(UUID proposal, UUID pool, Optional<Custody> present, Instant now) {
        Custody fresh = new Custody(
                pool,
                Custody.State.ONBOARDING,
                Optional.empty(),
                Optional.empty(),
                proposal,
                now,
                Optional.empty(),
                Backoff.from(now));
        if (present.isEmpty()) {
            desk.store().insert(fresh);
        } else if (present.get().state() == Custody.State.CLOSING) {
            desk.store().save(present.get().active(present.get().activeAt().orElse(now)));
        } else {
            desk.store().save(present.get().chosen(proposal, now));
        }
    }

    private void host(UUID proposal, Custody present, HeldMoney.Left left) {
        if (present.state() == Custody.State.ONBOARDING) {
            desk.store().save(present.ended());
        } else if (left.isAny()) {
            desk.store().save(present.closing(proposal, desk.clock().instant()));
        } else {
            desk.store().save(present.ended());
            amend.entrust(present.pool(), desk.words().host(), proposal);
        }
    }
}
