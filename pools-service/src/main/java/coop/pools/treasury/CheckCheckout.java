package coop.pools.treasury;

import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at payment pages whose event has not come: money must not be missed because a webhook was. */
public final class CheckCheckout implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(CheckCheckout.class);

    private final TreasuryDesk desk;
    private final PaymentProcessor processor;
    private final BookContribution book;

    public CheckCheckout(TreasuryDesk desk, PaymentProcessor processor, BookContribution book) {
        this.desk = desk;
        this.processor = processor;
        this.book = book;
    }

    @Override
    public String name() {
        return "check-checkouts";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Contribution due : desk.contributions().dueToCheck(now, atMost)) {
            Backoff lease = due.backoff().triedAt(now);
            if (desk.contributions()
                            .lease(
                                    due.id(),
                                    due.backoff().nextAt().orElseThrow(),
                                    lease.nextAt().orElseThrow(),
                                    lease.tries())
                    == 1) {
                done++;
                try {
                    check(due);
                } catch (Refused unreachable) {
                    LOG.info("contribution {} is looked at again later", due.id());
                }
            }
        }
        return done;
    }

    /**
     * The contribution after a look at its page.
     *
     * @throws Refused PROCESSOR_UNREACHABLE
     */
    public Contribution check(Contribution contribution) {
        Optional<CheckoutStatus> status = read(contribution);
        return desk.transactions().inTransaction(() -> {
            Contribution present = desk.contributions().lock(contribution.id()).orElseThrow();
            status.ifPresentOrElse(found -> apply(present, found), () -> forgotten(present));
            return desk.contributions().find(contribution.id()).orElseThrow();
        });
    }

    private Optional<CheckoutStatus> read(Contribution contribution) {
        try {
            return contribution
                    .page()
                    .flatMap(page -> processor.readCheckout(
                            page.id(), contribution.terms().account()));
        } catch (PaymentFailure failure) {
            throw new Refused(TreasuryRefusal.PROCESSOR_UNREACHABLE, Map.of("retryAfterSeconds", 5));
        }
    }

    /** The processor knows no such page: nobody can have paid it once its time is over. */
    private void forgotten(Contribution present) {
        present.page()
                .filter(page -> page.expiresAt().isBefore(desk.clock().instant()))
                .ifPresent(page -> book.notPaid(present, ContributionState.EXPIRED));
    }

    private void paid(Contribution present, CheckoutStatus status, String payment) {
        Verdict verdict = book.paid(
                present,
                new BookContribution.Arrived(payment, status.amountMinor(), status.currency(), status.settlement()));
        if (verdict.state() == EventState.SET_ASIDE) {
            LOG.error("contribution {} needs an operator: {}", present.id(), verdict.reason());
        }
    }

    private void apply(Contribution present, CheckoutStatus status) {
        switch (status.state()) {
            case PAID -> status.paymentId().ifPresent(payment -> paid(present, status, payment));
            case FAILED -> book.notPaid(present, ContributionState.FAILED);
            case EXPIRED -> book.notPaid(present, ContributionState.EXPIRED);
            case PROCESSING -> book.processing(present);
            case OPEN -> {}
        }
    }
}
