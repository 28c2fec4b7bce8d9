package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import coop.pools.kernel.DueWork;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.CardRefund.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the processor for refunds that are set aside, outside any transaction and with the refund's id as key. What the
 * answer, an event or a look-up says first is booked; a crash or a lost answer leaves a row that is tried again with
 * the same key, and a key that may be forgotten is looked up first.
 */
public final class SendRefunds implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(SendRefunds.class);

    /** The processor keeps keys for 24 hours. */
    private static final Duration KEY_LIFE = Duration.ofHours(23);

    private final TreasuryDesk desk;
    private final PaymentProcessor processor;
    private final BookFacts facts;

    public SendRefunds(TreasuryDesk desk, PaymentProcessor processor, BookFacts facts) {
        this.desk = desk;
        this.processor = processor;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "send-refunds";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (CardRefund due : desk.charges().dueRefunds(now, atMost)) {
            Backoff lease = due.backoff().triedAt(now);
            Instant read = due.backoff().nextAt().orElseThrow();
            if (desk.charges().leaseRefund(due.id(), read, lease.nextAt().orElseThrow(), lease.tries()) == 1) {
                done++;
                send(due.id());
            }
        }
        return done;
    }

    private void send(UUID id) {
        try {
            marked(id).filter(this::keyLives).ifPresent(this::ask);
        } catch (PaymentFailure failure) {
            LOG.info("refund {} is tried again later: {} {}", id, failure.outcome(), failure.code());
        }
    }

    /** With the moment from which its key counts; empty when the processor has it by now. */
    private Optional<CardRefund> marked(UUID id) {
        return desk.transactions().inTransaction(() -> {
            CardRefund present = desk.charges().lockRefund(id).orElseThrow();
            if (present.state() != CardRefund.State.RESERVED) {
                return Optional.<CardRefund>empty();
            }
            Request request = present.request().orElseThrow();
            CardRefund marked = request.firstSentAt().isPresent()
                    ? present
                    : present.with(new Request(
                            request.by(),
                            request.reason(),
                            request.attempt(),
                            Optional.of(desk.clock().instant())));
            desk.charges().saveRefund(marked);
            return Optional.of(marked);
        });
    }

    /** A key that the processor may have forgotten is not sent again before looking; the next try has another. */
    private boolean keyLives(CardRefund refund) {
        Instant first = refund.request().flatMap(Request::firstSentAt).orElseThrow();
        if (first.plus(KEY_LIFE).isAfter(desk.clock().instant())) {
            return true;
        }
        Optional<RefundFact> found = lookedUp(refund);
        if (found.isPresent()) {
            accept(refund.id(), found.get());
        } else {
            nextAttempt(refund);
        }
        return false;
    }

    private void ask(CardRefund refund) {
        RefundRequest request = new RefundRequest(
                refund.id().toString(),
                refund.request().orElseThrow().attempt(),
                refund.paymentId(),
                refund.amount().minorUnits(),
                refund.amount().currency(),
                refund.account());
        try {
            accept(refund.id(), processor.refund(request));
        } catch (PaymentFailure failure) {
            switch (failure.outcome()) {
                case REJECTED -> rejected(refund, failure);
                case NOT_YET -> notYet(refund, failure);
                case UNKNOWN -> throw failure;
            }
        }
    }

    /** Refused for good; an earlier try whose answer was lost may have succeeded all the same. */
    private void rejected(CardRefund refund, PaymentFailure failure) {
        Optional<RefundFact> earlier = lookedUp(refund);
        if (earlier.isPresent()) {
            accept(refund.id(), earlier.get());
            return;
        }
        LOG.warn("refund {} was refused: {}", refund.id(), failure.code());
        String why = failure.code().isEmpty() ? "no reason given" : failure.code();
        desk.transactions()
                .inTransaction(() -> facts.refused(
                        refund.id(), refund.paymentId(), Words.shortened("The card processor refused: " + why)));
    }

    private void notYet(CardRefund refund, PaymentFailure failure) {
        if (failure.keySpent()) {
            nextAttempt(refund);
        }
        change(
                refund.id(),
                present -> present.with(present.backoff(), Words.shortened("Not possible yet: " + failure.code())));
    }

    private void nextAttempt(CardRefund refund) {
        int tried = refund.request().orElseThrow().attempt();
        change(refund.id(), present -> {
            Request request = present.request().orElseThrow();
            return request.attempt() == tried
                    ? present.with(new Request(request.by(), request.reason(), tried + 1, Optional.empty()))
                    : present;
        });
    }

    private Optional<RefundFact> lookedUp(CardRefund refund) {
        return processor.findRefund(refund.id().toString(), refund.paymentId(), refund.account());
    }

    private void change(UUID id, UnaryOperator<CardRefund> step) {
        desk.transactions().inTransaction(() -> {
            CardRefund present = desk.charges().lockRefund(id).orElseThrow();
            if (present.state() == CardRefund.State.RESERVED) {
                desk.charges().saveRefund(step.apply(present));
            }
        });
    }

    private void accept(UUID id, RefundFact fact) {
        Verdict verdict = desk.transactions().inTransaction(() -> facts.refund(fact));
        if (verdict.state() == EventState.SET_ASIDE) {
            LOG.error("refund {} needs an operator: {}", id, verdict.reason());
            change(id, present -> present.with(Backoff.none(), "Needs an operator: " + verdict.reason()));
        }
    }
}
