package coop.pools.payout;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import java.util.Map;
import java.util.Optional;
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

    /** Whether stewards would carry out what is ordered now. */
    public boolean isByHand(BodyRef body) {
        return ways.of(body) == Payout.Way.STEWARDS;
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
            Payout.Order wanted = new Payout.Order(
                    idOf(proposal), body, Payout.Ground.proposal(proposal), pay.payee(), pay.amount(), pay.purpose());
            return place(wanted, pay.bucket());
        });
    }

    /**
     * Orders what a member gets who has left: the same payout in all else.
     *
     * @param no counts what was ordered for this claim, from 1; the same one is ordered once
     * @throws Refused INSUFFICIENT_FUNDS or BOOK_FROZEN, and nothing is ordered
     */
    public Payout orderExit(BodyRef body, UUID claim, int no, Payee payee, Money amount) {
        UUID id = IdSource.derivedId("exit-payout", claim.toString(), String.valueOf(no));
        Payout.Order wanted =
                new Payout.Order(id, body, Payout.Ground.exit(claim), payee.id(), amount, "Share on leaving");
        return desk.transactions().inTransaction(() -> place(wanted, Optional.empty()));
    }

    /** Orders what stewards hand over for a Flood; see {@link OrderHandOver}. */
    Payout orderHandOver(Payout.Order wanted) {
        return desk.transactions().inTransaction(() -> place(wanted, Optional.empty(), Payout.Way.STEWARDS));
    }

    /**
     * Has the processor send home what the operator has of a Pool with an account of its own; see {@link SendHome}.
     *
     * @throws Refused INSUFFICIENT_FUNDS or BOOK_FROZEN, and nothing is ordered
     */
    Payout orderHome(UUID id, BodyRef pool, Payee account, Money amount) {
        Payout.Order wanted = new Payout.Order(
                id, pool, Payout.Ground.home(pool.id()), account.id(), amount, "What the operator had of the Pool");
        return desk.transactions().inTransaction(() -> place(wanted, Optional.empty(), Payout.Way.PROCESSOR));
    }

    private Payout place(Payout.Order order, Optional<String> bucket) {
        return place(order, bucket, ways.of(order.body()));
    }

    private Payout place(Payout.Order order, Optional<String> bucket, Payout.Way way) {
        String purpose = order.purpose();
        Payout.Order kept = new Payout.Order(
                order.id(),
                order.body(),
                order.ground(),
                order.payeeId(),
                order.amount(),
                purpose.substring(0, Math.min(LONGEST_PURPOSE, purpose.length())));
        Payout wanted = Payout.ordered(kept, way, desk.clock().instant());
        // The book is held before a row that refers to it is written: otherwise many at once would each share it
        // and then wait for one another.
        desk.booksOf(wanted).hold(wanted);
        if (desk.payouts().insert(wanted) == 1) {
            requireOpen(wanted);
            desk.booksOf(wanted).reserve(wanted, bucket);
            // Reserving holds the book's lock: a freeze that came in between is seen now.
            requireOpen(wanted);
            desk.transactions().afterCommit(desk.wake());
        }
        return desk.payouts().find(wanted.id()).orElseThrow();
    }

    private void requireOpen(Payout wanted) {
        if (desk.isStopped(wanted)) {
            desk.freezes().requireOpen(wanted.body().id());
        }
    }

    private static boolean belongs(Payee payee, BodyRef body, Action.Pay pay) {
        return payee.body().equals(body) && payee.currency().equals(pay.amount().currency());
    }
}
