package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Ground;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Backoff;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Has the stewards of a Pool with an account of its own hand money over to whoever holds a Flood's. The money is set
 * aside at once; it is a stake when it has arrived, not when stewards say that they have sent it: other Pools' money
 * would pay for a word that is not true.
 */
public final class OrderHandOver {
    private static final int LONGEST_NAME = 120;

    private final OrderPayout order;
    private final PayeeStore payees;
    private final HandOverStore store;
    private final String holder;
    private final Clock clock;

    /** @param holder who holds the money of Floods, as people read it */
    public OrderHandOver(OrderPayout order, PayeeStore payees, HandOverStore store, String holder, Clock clock) {
        this.order = order;
        this.payees = payees;
        this.store = store;
        this.holder = holder;
        this.clock = clock;
    }

    /** Where it goes. @param founder whoever founded the Flood, in whose name the payee is kept */
    public record Destination(UUID flood, String slug, String name, UUID founder) {}

    /** What is due of a pledge. @param which is due; the same one is ordered once */
    public record Due(UUID pledge, String which) {}

    /**
     * One proposal has one, however often it is ordered. Called inside the transaction that enacts it.
     *
     * @throws Refused INSUFFICIENT_FUNDS, BOOK_FROZEN or AMOUNT_NOT_A_MULTIPLE, and nothing is ordered
     */
    public void order(BodyRef pool, UUID proposal, Destination to, Money amount) {
        requireWhole("action.amount", amount);
        Ground ground = Ground.proposal(proposal);
        order(pool, OrderPayout.idOf(proposal), ground, to, amount, "For the Flood " + to.name());
    }

    /**
     * The same for what falls due by a pledge. Called inside the transaction that carries it out.
     *
     * @param words for what, beside the Flood
     * @return the payout's id
     * @throws Refused INSUFFICIENT_FUNDS or BOOK_FROZEN, and nothing is ordered
     */
    public UUID orderPledged(BodyRef pool, Due due, Destination to, Money amount, String words) {
        UUID id = IdSource.derivedId("pledge-payout", due.pledge().toString(), due.which());
        order(pool, id, Ground.pledge(due.pledge()), to, amount, "For the Flood " + to.name() + ", " + words);
        return id;
    }

    /** How much of a share people can be asked to send: whole steps of the processor's, and no less than it charges. */
    public static Money sendable(Money share) {
        Money whole = whole(share);
        long minimum = ChargeCurrencies.limits(share.currency()).minimumMinor();
        return whole.minorUnits() < minimum ? Money.zero(share.currency()) : whole;
    }

    /** Rounded down to a step of the processor's: no top-up has another amount. */
    public static Money whole(Money amount) {
        long step = Math.max(1, ChargeCurrencies.limits(amount.currency()).transferStepMinor());
        return new Money(amount.minorUnits() - amount.minorUnits() % step, amount.currency());
    }

    /** @throws Refused AMOUNT_NOT_A_MULTIPLE for what could never arrive */
    public static void requireWhole(String field, Money amount) {
        if (!whole(amount).equals(amount)) {
            long step = ChargeCurrencies.limits(amount.currency()).transferStepMinor();
            Money one = new Money(step, amount.currency());
            throw new Refused(TreasuryRefusal.AMOUNT_NOT_A_MULTIPLE, Map.of("field", field, "step", one));
        }
    }

    private void order(BodyRef pool, UUID id, Ground ground, Destination to, Money amount, String purpose) {
        Payee payee = holderOf(pool, to, amount);
        order.orderHandOver(new Payout.Order(id, pool, ground, payee.id(), amount, purpose));
        store.insert(id, to.flood(), to.slug());
    }

    private Payee holderOf(BodyRef pool, Destination to, Money amount) {
        UUID id = IdSource.derivedId("holder", pool.id().toString(), to.flood().toString());
        String name = holder + ", for " + to.name();
        Instant now = clock.instant();
        Payee wanted = new Payee(
                id,
                pool,
                Optional.empty(),
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                Optional.empty(),
                amount.currency(),
                Optional.empty(),
                Optional.empty(),
                PayeeState.READY,
                Backoff.none(),
                to.founder(),
                now);
        payees.insertHolder(wanted, Secrets.hash(""), now);
        return payees.find(id).orElseThrow();
    }
}
