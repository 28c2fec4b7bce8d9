package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.Settlement;
import coop.pools.kernel.DueWork;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payment;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the processor for the exact fee of paid contributions, outside any transaction, and books it. */
public final class SettleContributions implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(SettleContributions.class);

    private final TreasuryDesk desk;
    private final PaymentProcessor processor;
    private final BookContribution book;

    public SettleContributions(TreasuryDesk desk, PaymentProcessor processor, BookContribution book) {
        this.desk = desk;
        this.processor = processor;
        this.book = book;
    }

    @Override
    public String name() {
        return "settle-contributions";
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Contribution due : desk.contributions().dueToRefresh(now, atMost)) {
            Backoff lease = due.backoff().triedAt(now);
            Instant read = due.backoff().nextAt().orElseThrow();
            if (desk.contributions().lease(due.id(), read, lease.nextAt().orElseThrow(), lease.tries()) == 1) {
                done++;
                settlementOf(due)
                        .ifPresent(settlement -> desk.transactions()
                                .inTransaction(() -> desk.contributions()
                                        .lock(due.id())
                                        .ifPresent(locked -> book.settled(locked, settlement))));
            }
        }
        return done;
    }

    private Optional<Settlement> settlementOf(Contribution due) {
        try {
            return due.payment().map(Payment::id).flatMap(processor::readSettlement);
        } catch (PaymentFailure failure) {
            LOG.info("settlement of {} is asked for again later: {}", due.id(), failure.code());
            return Optional.empty();
        }
    }
}
