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
 * Reads Pools' own accounts anew until the processor says that cards can be charged on them; then, with nothing held
 * under the old arrangement, the account is in use and the bylaws say so.
 */
public final class WatchAccounts implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(WatchAccounts.class);

    private final CustodyDesk desk;
    private final PaymentProcessor processor;
    private final HeldMoney held;
    private final AmendBylaws amend;

    public WatchAccounts(CustodyDesk desk, PaymentProcessor processor, HeldMoney held, AmendBylaws amend) {
        this.desk = desk;
        this.processor = processor;
        this.held = held;
        this.amend = amend;
    }

    @Override
    public String name() {
        return "read-pool-accounts";
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
                look(due.pool());
            }
        }
        return done;
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
            if (present.state() == Custody.State.ONBOARDING && same && !held.isAny(pool)) {
                desk.store().save(present.active(desk.clock().instant()));
                amend.entrust(pool, desk.words().own(), present.proposal());
            }
        });
    }
}
