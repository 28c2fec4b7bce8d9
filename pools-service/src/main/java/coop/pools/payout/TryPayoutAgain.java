package coop.pools.payout;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A steward has a payout that waits for its next try tried now. Nothing but the moment of that try changes: what is paid,
 * to whom and whether at all is as it was decided.
 */
public final class TryPayoutAgain {
    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final Stewards stewards;

    public TryPayoutAgain(PayoutDesk desk, PayeeStore payees, Stewards stewards) {
        this.desk = desk;
        this.payees = payees;
        this.stewards = stewards;
    }

    /** @throws Refused NOT_FOUND, STEWARDS_ONLY, PAYEE_HAS_NO_SAY or PAYOUT_NOT_WAITING */
    public void now(Caller caller, UUID id) {
        UUID person = caller.require(Scope.ORGANISE);
        desk.transactions().inTransaction(() -> {
            Payout payout = desk.payouts().lock(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            requireMay(person, payout);
            Instant now = desk.clock().instant();
            if (!payout.waitsForNextTry(now)) {
                throw new Refused(PayoutRefusal.PAYOUT_NOT_WAITING);
            }
            Backoff waited = payout.backoff();
            desk.payouts().lease(id, waited.nextAt().orElseThrow(), now, waited.tries());
            desk.transactions().afterCommit(desk.wake());
        });
    }

    /** When it would be tried by itself, where the caller may have it tried now. */
    public Optional<Instant> wouldBe(Caller caller, Payout payout) {
        return caller.person()
                .filter(person -> payout.waitsForNextTry(desk.clock().instant()))
                .filter(person -> !isPaid(person, payout))
                .filter(stewards.of(payout.body())::contains)
                .flatMap(person -> payout.backoff().nextAt());
    }

    private void requireMay(UUID person, Payout payout) {
        if (!stewards.of(payout.body()).contains(person)) {
            throw new Refused(PayoutRefusal.STEWARDS_ONLY);
        }
        if (isPaid(person, payout)) {
            throw new Refused(PayoutRefusal.PAYEE_HAS_NO_SAY);
        }
    }

    private boolean isPaid(UUID person, Payout payout) {
        return payees.find(payout.payeeId())
                .flatMap(Payee::person)
                .filter(person::equals)
                .isPresent();
    }
}
