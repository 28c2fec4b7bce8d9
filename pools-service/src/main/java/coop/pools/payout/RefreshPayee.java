package coop.pools.payout;

import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Refused;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads payees' accounts anew, outside any transaction: neither an event nor a return to us proves readiness. */
public final class RefreshPayee implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshPayee.class);

    /** Some ten days; then only events and visits bring the account up again. */
    private static final int MOST_TRIES = 60;

    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final PaymentProcessor processor;
    private final WatchDetails details;

    public RefreshPayee(PayoutDesk desk, PayeeStore payees, PaymentProcessor processor, WatchDetails details) {
        this.desk = desk;
        this.payees = payees;
        this.processor = processor;
        this.details = details;
    }

    @Override
    public String name() {
        return "read-payees";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Payee due : payees.due(now, atMost)) {
            Backoff lease = due.backoff().triedAt(now);
            Instant read = due.backoff().nextAt().orElseThrow();
            if (payees.lease(due.id(), read, lease.nextAt().orElseThrow(), lease.tries()) == 1) {
                done++;
                present(due.id());
            }
        }
        return done;
    }

    /** The payee as the processor has it now; as last known when it cannot be asked. Refused with NOT_FOUND. */
    public Payee present(UUID id) {
        Payee known = payees.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (known.accountId().isEmpty()) {
            return known;
        }
        try {
            PayeeAccount account = processor.readPayee(known.accountId().get());
            Payee kept = keep(id, account);
            if (kept.isReady()) {
                details.look(kept);
            }
            return kept;
        } catch (PaymentFailure failure) {
            LOG.info("payee {} is read again later: {}", id, failure.code());
            return known;
        }
    }

    private Payee keep(UUID id, PayeeAccount account) {
        PayeeState state = PayeeState.valueOf(account.state().name());
        return desk.transactions().inTransaction(() -> {
            Payee present = payees.lock(id).orElseThrow();
            boolean same =
                    present.accountId().filter(account.accountId()::equals).isPresent();
            if (!same) {
                LOG.error("payee {}: the processor answered with another account", id);
                return present;
            }
            boolean enough = state == PayeeState.READY || present.backoff().tries() >= MOST_TRIES;
            Payee next = present.with(state, enough ? Backoff.none() : present.backoff());
            payees.saveState(next);
            if (state == PayeeState.READY && present.state() != PayeeState.READY) {
                desk.payouts().hurry(id, desk.clock().instant());
                desk.transactions().afterCommit(desk.wake());
            }
            return next;
        });
    }
}
