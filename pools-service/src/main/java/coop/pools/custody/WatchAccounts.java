package coop.pools.custody;

import coop.pools.bylaws.AmendBylaws;
import coop.pools.custody.domain.Custody;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a change of who holds a Pool's money to its end: closes the ways on which money came in under the old
 * arrangement, reads the Pool's own account anew until cards can be charged on it, and, with nothing left under the old
 * arrangement, has the new one stand in the bylaws.
 */
public final class WatchAccounts implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(WatchAccounts.class);

    private final CustodyDesk desk;
    private final PaymentProcessor processor;
    private final HeldMoney held;
    private final WaysIn waysIn;
    private final AmendBylaws amend;

    public WatchAccounts(
            CustodyDesk desk, PaymentProcessor processor, HeldMoney held, WaysIn waysIn, AmendBylaws amend) {
        this.desk = desk;
        this.processor = processor;
        this.held = held;
        this.waysIn = waysIn;
        this.amend = amend;
    }

    @Override
    public String name() {
        return "read-pool-accounts";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Custody due : desk.store().due(now, atMost)) {
            Backoff lease = due.backoff().triedAt(now);
            Instant read = due.backoff().nextAt().orElseThrow();
            if (desk.store().lease(due.pool(), read, lease.nextAt().orElseThrow(), lease.tries()) == 1) {
                done++;
                drain(due.pool());
                look(due.pool());
                close(due.pool());
            }
        }
        return done;
    }

    /** What goes wrong with one Pool's payments holds up no other Pool. */
    private void drain(UUID pool) {
        try {
            if (held.of(pool).isAny()) {
                waysIn.close(pool);
            }
        } catch (RuntimeException accident) {
            LOG.error("ways into pool {} are closed later", pool, accident);
        }
    }

    /** The operator holds the money again, once nothing is left on the Pool's own account. */
    private void close(UUID pool) {
        desk.transactions().inTransaction(() -> {
            Custody present = desk.store().lock(pool).orElseThrow();
            if (present.state() == Custody.State.CLOSING && !held.of(pool).isAny()) {
                desk.store().save(present.ended());
                amend.entrust(pool, desk.words().host(), present.proposal());
            }
        });
    }

    /** Reads one account now; coming back from the processor's pages proves nothing by itself. */
    public void look(UUID pool) {
        Custody known = desk.store().find(pool).orElseThrow();
        if (known.state() != Custody.State.ONBOARDING || known.accountId().isEmpty()) {
            return;
        }
        try {
            PayeeAccount account = processor.readPoolAccount(known.accountId().get());
            if (account.state() == PayeeAccount.State.READY) {
                activate(pool, account.accountId());
            }
        } catch (PaymentFailure failure) {
            LOG.info("the account of pool {} is read again later: {}", pool, failure.code());
        }
    }

    private void activate(UUID pool, String account) {
        desk.transactions().inTransaction(() -> {
            Custody present = desk.store().lock(pool).orElseThrow();
            boolean same = present.accountId().filter(account::equals).isPresent();
            if (present.state() == Custody.State.ONBOARDING
                    && same
                    && !held.of(pool).isAny()) {
                desk.store().save(present.active(desk.clock().instant()));
                amend.entrust(pool, desk.words().own(), present.proposal());
            }
        });
    }
}
