package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.ContributionState;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what is begun and not paid into a Pool, so that nothing can come in any more: pages at the processor, outside
 * any transaction, and contributions that never got one. What was paid meanwhile is booked; what a bank is still
 * processing stays, and is waited for.
 */
public final class CloseCheckouts {
    private static final Logger LOG = LoggerFactory.getLogger(CloseCheckouts.class);
    private static final int MOST = 200;

    private final TreasuryDesk desk;
    private final PaymentProcessor processor;
    private final BookContribution book;
    private final CheckCheckout check;

    public CloseCheckouts(TreasuryDesk desk, PaymentProcessor processor, BookContribution book, CheckCheckout check) {
        this.desk = desk;
        this.processor = processor;
        this.book = book;
        this.check = check;
    }

    /** At most 200 at a time; doing it again does the rest, and what could not be asked. */
    public void into(UUID pool) {
        for (Contribution pending : desk.contributions().pendingInto(pool, MOST)) {
            try {
                pending.page().ifPresentOrElse(page -> close(pending, page), () -> giveUp(pending.id()));
            } catch (PaymentFailure | Refused unreachable) {
                LOG.info("the page of contribution {} is closed later", pending.id());
            }
        }
    }

    private void close(Contribution pending, PaymentPage page) {
        if (!pending.isProcessing()) {
            processor.closeCheckout(page.id(), pending.terms().account());
        }
        check.check(pending);
    }

    /** Its payer was never shown a page: one that is being opened just now is not kept any more. */
    private void giveUp(UUID id) {
        desk.transactions().inTransaction(() -> {
            Contribution present = desk.contributions().lock(id).orElseThrow();
            if (present.page().isEmpty()) {
                book.notPaid(present, ContributionState.EXPIRED);
            }
        });
    }
}
