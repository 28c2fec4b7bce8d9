package coop.pools.payout;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import java.util.Map;
import java.util.UUID;

/**
 * Orders the payout of a passed proposal: sets the money aside and stores the payout, both in the transaction of the
 * enactment that calls. It is sent afterwards, by {@link SendDuePayouts}. One proposal has one payout, however often
 * it is ordered.
 */
public final class OrderPayout {
    private static final int LONGEST_PURPOSE = 500;

    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final Ways ways;

    public OrderPayout(PayoutDesk desk, PayeeStore payees, Ways ways) {
        this.desk = desk;
        this.payees = payees;
        this.ways = ways;
    }

    /** The id of the payout that a proposal orders. */
    public static UUID idOf(UUID proposal) {
        return IdSource.derivedId("payout", proposal.toString());
    }

    /** @throws Refused INSUFFICIENT_FUNDS, BOOK_FROZEN or UNKNOWN_PAYEE, and nothing is ordered */
    public Payout order(BodyRef body, UUID proposal, Action.Pay pay) {
        return desk.transactions().inTransaction(() -> {
            payees.find(pay.payee())
                    .filter(found -> belongs(found, body, pay))
                    .orElseThrow(() -> new Refused(PayoutRefusal.UNKNOWN_PAYEE, Map.of("field", "action.payee")));
            String purpose = pay.purpose().length() > LONGEST_PURPOSE
                    ? pay.purpose().substring(0, LONGEST_PURPOSE)
                    : pay.purpose();
            Payout wanted = Payout.ordered(
                    new Payout.Order(idOf(proposal), body, proposal, pay.payee(), pay.amount(), purpose),
                    ways.of(body),
                    desk.clock().instant());
            // The book is held before a row that refers to it is written: otherwise many at once would each share it
            // and then wait for one another.
            desk.booksOf(wanted).hold(wanted);
            if (desk.payouts().insert(wanted) == 1) {
                desk.freezes().requireOpen(body.id());
                desk.booksOf(wanted).reserve(wanted, pay.bucket());
                // Reserving holds the book's lock: a freeze that came in between is seen now.
                desk.freezes().requireOpen(body.id());
                desk.transactions().afterCommit(desk.wake());
            }
            return desk.payouts().find(wanted.id()).orElseThrow();
        });
    }

    private static boolean belongs(Payee payee, BodyRef body, Action.Pay pay) {
        return payee.body().equals(body) && payee.currency().equals(pay.amount().currency());
    }
}
