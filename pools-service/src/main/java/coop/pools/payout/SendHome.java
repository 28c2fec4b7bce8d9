package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.HomeStore.Home;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.treasury.MoneyPlaces;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends home what the operator has of Pools with accounts of their own: stakes that came out of Floods, and what came
 * back of charges from before a change of custody. What the Pool owes the operator stays there. The order is a payout
 * like any other, so that it is sent once, whatever breaks between; one at a time for each Pool.
 */
public final class SendHome implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(SendHome.class);

    /** What was refused is tried again after so long. */
    private static final Duration AGAIN = Duration.ofDays(1);

    /** What is stopped, or too little to be sent, is looked at again after so long. */
    private static final Duration SOON = Duration.ofMinutes(15);

    private static final int LONGEST_NAME = 100;

    private final PayoutDesk desk;
    private final OrderPayout order;
    private final Homes homes;
    private final Ledger ledger;
    private final PaymentProcessor processor;

    public SendHome(PayoutDesk desk, OrderPayout order, Homes homes, Ledger ledger, PaymentProcessor processor) {
        this.desk = desk;
        this.order = order;
        this.homes = homes;
        this.ledger = ledger;
        this.processor = processor;
    }

    /** Where Pools' money belongs, and where what goes there is kept. */
    public record Homes(HomeStore waiting, MoneyPlaces places, PayeeStore payees, HomeStops stops) {}

    @Override
    public String name() {
        return "send-home";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Home home : homes.waiting().waiting(now, now.minus(AGAIN), atMost)) {
            Optional<Duration> wait = tried(home);
            if (wait.isEmpty()) {
                done++;
            } else {
                desk.transactions().inTransaction(() -> homes.waiting().lookAgain(home.pool(), now.plus(wait.get())));
            }
        }
        return done;
    }

    /** How long to wait before it is looked at again; empty when it is on its way. One Pool never holds up another. */
    private Optional<Duration> tried(Home home) {
        try {
            if (!mayGo(home)) {
                return Optional.of(SOON);
            }
            Optional<Duration> wait = untilItReceives(home.account());
            if (wait.isPresent()) {
                LOG.warn("the account of pool {} does not receive yet", home.pool());
                return wait;
            }
            return desk.transactions().inTransaction(() -> order(home)) ? Optional.empty() : Optional.of(SOON);
        } catch (PaymentFailure failure) {
            LOG.warn("the account of pool {} is asked later to receive: {}", home.pool(), failure.code());
            return Optional.of(failure.outcome() == PaymentFailure.Outcome.REJECTED ? AGAIN : SOON);
        } catch (Refused stopped) {
            LOG.info("the money of pool {} goes home later: {}", home.pool(), stopped.code());
            return Optional.of(SOON);
        } catch (RuntimeException broken) {
            LOG.error("the money of pool {} could not be sent home", home.pool(), broken);
            return Optional.of(AGAIN);
        }
    }

    /** Whether there is something to send, and nothing stops it: seen before the processor is asked for anything. */
    private boolean mayGo(Home home) {
        Money amount = sendable(home);
        return amount.isPositive()
                && !desk.isHomeStopped(home.pool())
                && !homes.stops().isLacking(amount.currency());
    }

    /**
     * An account on which cards are charged receives nothing until it is asked for; asking again changes nothing. What is
     * not sent stays where the operator can settle it.
     */
    private Optional<Duration> untilItReceives(String account) {
        processor.allowTransfers(account);
        return switch (processor.readPayee(account).state()) {
            case READY -> Optional.empty();
            case PENDING -> Optional.of(SOON);
            case RESTRICTED -> Optional.of(AGAIN);
        };
    }

    private boolean order(Home home) {
        UUID pool = home.pool();
        boolean there = homes.places().of(pool).filter(home.account()::equals).isPresent();
        ledger.hold(pool);
        Money amount = sendable(home);
        // Another node may have been faster: with the book held, nothing is under way and stays unseen.
        if (!there
                || !amount.isPositive()
                || ledger.balance(pool, Accounts.COMING_HOME).isPositive()) {
            return false;
        }
        UUID id = IdSource.derivedId("home", pool.toString(), String.valueOf(ledger.lastSeq(pool)));
        order.orderHome(id, BodyRef.pool(pool), account(home, amount), amount);
        return true;
    }

    /** What is not owed there, as much as can be sent at once. */
    private Money sendable(Home home) {
        UUID pool = home.pool();
        Money free =
                ledger.balance(pool, Accounts.WITH_OPERATOR).minus(ledger.balance(pool, Accounts.OWED_TO_OPERATOR));
        long step = Math.max(1, ChargeCurrencies.limits(free.currency()).transferStepMinor());
        long wanted = home.closing() ? whole(ledger.balance(pool, Accounts.SHORTFALL), step) : free.minorUnits();
        long minor = Math.min(Math.min(free.minorUnits(), wanted), AmountActionCheck.MOST_MINOR);
        return new Money(Math.max(0, minor - minor % step), free.currency());
    }

    /** At least that, in whole steps. */
    private static long whole(Money amount, long step) {
        return (amount.minorUnits() + step - 1) / step * step;
    }

    private Payee account(Home home, Money amount) {
        UUID id = IdSource.derivedId("home", home.pool().toString(), home.account());
        Instant now = desk.clock().instant();
        Payee wanted = new Payee(
                id,
                BodyRef.pool(home.pool()),
                Optional.empty(),
                home.name().substring(0, Math.min(LONGEST_NAME, home.name().length())) + ", own account",
                Optional.empty(),
                amount.currency(),
                Optional.empty(),
                Optional.empty(),
                PayeeState.PENDING,
                Backoff.none(),
                home.founder(),
                now);
        homes.payees().insertHolder(wanted, Secrets.hash(""), now);
        homes.payees().bindAccount(id, home.account());
        return homes.payees().find(id).orElseThrow();
    }
}
