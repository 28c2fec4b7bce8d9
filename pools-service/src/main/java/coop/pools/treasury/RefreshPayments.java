package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentFacts;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads payments anew, outside any transaction, and books what has become of them: when the exact fee is not known yet,
 * when an event says that something changed, and every day while a refund or a dispute is open.
 */
public final class RefreshPayments implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshPayments.class);

    private final ChargeDesk charges;
    private final TreasuryDesk desk;
    private final PaymentProcessor processor;
    private final BookContribution book;
    private final BookFacts facts;

    public RefreshPayments(ChargeDesk charges, PaymentProcessor processor, BookContribution book, BookFacts facts) {
        this.charges = charges;
        this.desk = charges.desk();
        this.processor = processor;
        this.book = book;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "refresh-payments";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Contribution due : desk.contributions().dueToRefresh(now, atMost)) {
            Backoff lease = due.backoff().triedAt(now);
            Instant read = due.backoff().nextAt().orElseThrow();
            Instant next = lease.nextAt().orElseThrow();
            if (desk.contributions().lease(due.id(), read, next, lease.tries()) == 1) {
                done++;
                read(due).ifPresent(known -> take(due.id(), known, lease));
            }
        }
        return done;
    }

    private Optional<PaymentFacts> read(Contribution due) {
        try {
            return due.payment()
                    .flatMap(payment ->
                            processor.readPayment(payment.id(), due.terms().account()));
        } catch (PaymentFailure failure) {
            LOG.info("payment of {} is read again later: {}", due.id(), failure.code());
            return settledAtLeast(due);
        }
    }

    /** Money that is paid shall not wait for its fee because refunds or disputes cannot be listed just now. */
    private Optional<PaymentFacts> settledAtLeast(Contribution due) {
        if (due.settlement().isPresent() || due.terms().account().isPresent()) {
            return Optional.empty();
        }
        try {
            String payment = due.payment().orElseThrow().id();
            return processor
                    .readSettlement(payment)
                    .map(settlement -> new PaymentFacts(
                            payment,
                            Optional.empty(),
                            true,
                            due.amount().minorUnits(),
                            due.amount().currency(),
                            Optional.of(settlement),
                            List.of(),
                            List.of(),
                            Optional.empty()));
        } catch (PaymentFailure failure) {
            return Optional.empty();
        }
    }

    private void take(UUID id, PaymentFacts known, Backoff lease) {
        desk.transactions().inTransaction(() -> {
            Contribution locked = desk.contributions().lock(id).orElseThrow();
            // An event that came meanwhile may have asked for another look; that stands.
            boolean undisturbed = locked.backoff().equals(lease);
            known.settlement().ifPresent(settlement -> book.settled(locked, settlement));
            known.refunds().forEach(refund -> told(id, facts.refund(refund)));
            known.disputes().forEach(dispute -> told(id, facts.dispute(dispute)));
            Contribution present = desk.contributions().lock(id).orElseThrow();
            if (undisturbed && present.settlement().isPresent()) {
                desk.contributions().save(present.with(next(present), present.note()));
            }
        });
    }

    private Backoff next(Contribution present) {
        return charges.read(present).hasOpenMatters()
                ? Backoff.from(desk.clock().instant().plus(OpenCharge.OPEN_MATTERS))
                : Backoff.none();
    }

    private static void told(UUID id, Verdict verdict) {
        if (verdict.state() == EventState.SET_ASIDE) {
            LOG.error("contribution {} needs an operator: {}", id, verdict.reason());
        }
    }
}
