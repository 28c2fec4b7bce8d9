package coop.pools.recurring;

import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.kernel.Money;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringContribution.Subscription;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the processor tells of a recurring contribution into the books: each bill by itself, then where it
 * stands. Any reading may come twice, late or at two nodes at once. Called outside transactions.
 */
public final class ApplyRecurringFacts {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyRecurringFacts.class);
    private static final int MOST_BILLS = 200;

    private final RecurringDesk desk;
    private final BookBill bookBill;
    private final RecurringWords words;

    public ApplyRecurringFacts(RecurringDesk desk, BookBill bookBill, RecurringWords words) {
        this.desk = desk;
        this.bookBill = bookBill;
        this.words = words;
    }

    /**
     * When and after how many touches a reading began.
     *
     * @param at before the processor was asked
     */
    record Reading(Instant at, long touches) {}

    void apply(UUID id, RecurringFacts facts, Reading reading) {
        RecurringContribution known = desk.store().find(id).orElseThrow();
        Optional<String> misfit = misfit(known, facts);
        if (misfit.isPresent()) {
            setAside(known, misfit.get(), reading);
            return;
        }
        Set<String> settled = desk.store().bills(id, MOST_BILLS).stream()
                .filter(bill -> bill.state().isFinal())
                .map(Bill::id)
                .collect(Collectors.toSet());
        facts.charges().stream()
                .filter(charge -> !settled.contains(charge.invoiceId()))
                .sorted(Comparator.comparing(RecurringFacts.Charge::createdAt)
                        .thenComparing(RecurringFacts.Charge::invoiceId))
                .forEach(charge -> desk.transactions().inTransaction(() -> bill(id, charge)));
        desk.transactions().inTransaction(() -> stand(id, facts, reading));
    }

    private Optional<String> misfit(RecurringContribution known, RecurringFacts facts) {
        PaymentTerms terms = desk.present(known.id());
        boolean fits = facts.recurringId().equals(known.id().toString())
                && facts.account().equals(known.account())
                && facts.currency().equals(terms.amount().currency())
                && facts.every().name().equals(known.every().name())
                && known.subscription()
                        .filter(ours -> !ours.id().equals(facts.subscriptionId()))
                        .isEmpty();
        return fits ? Optional.empty() : Optional.of("The processor has something else under this number");
    }

    private void setAside(RecurringContribution known, String why, Reading reading) {
        LOG.error("recurring contribution {} needs an operator: {}", known.id(), why);
        desk.transactions().inTransaction(() -> {
            desk.store().save(desk.locked(known.id()).noted(why));
            schedule(known.id(), reading, Optional.of(desk.now().plus(Duration.ofDays(1))));
        });
    }

    private void bill(UUID id, RecurringFacts.Charge charge) {
        RecurringContribution recurring = desk.locked(id);
        Optional<Bill> known = desk.store().bill(charge.invoiceId());
        if (known.filter(bill -> bill.state().isFinal() || !bill.recurring().equals(id))
                .isPresent()) {
            return;
        }
        Bill told = told(id, charge);
        Bill next = charge.state() == RecurringFacts.ChargeState.PAID
                ? bookBill.book(recurring, told, charge.paymentId())
                : told;
        if (known.isEmpty()) {
            desk.store().insertBill(next);
        } else {
            desk.store().saveBill(next);
        }
        if (next.state() == Bill.State.SET_ASIDE) {
            LOG.error("bill {} of recurring contribution {} needs an operator: {}", next.id(), id, next.note());
        }
        boolean failedAgain = next.state() == Bill.State.OPEN
                && next.attempts() > known.map(Bill::attempts).orElse(0);
        if (failedAgain && recurring.state() != RecurringState.PENDING) {
            tellFailed(recurring, next);
        }
    }

    private static Bill told(UUID id, RecurringFacts.Charge charge) {
        Bill.State state = switch (charge.state()) {
            case OPEN, PAID -> Bill.State.OPEN;
            case DROPPED -> Bill.State.DROPPED;
        };
        return new Bill(
                charge.invoiceId(),
                id,
                state,
                new Money(charge.amountMinor(), charge.currency()),
                Optional.empty(),
                charge.attempts(),
                charge.payUrl(),
                charge.retryAt(),
                "",
                charge.createdAt());
    }

    private void tellFailed(RecurringContribution recurring, Bill bill) {
        Map<String, Object> facts = new HashMap<>();
        bill.retryAt().ifPresent(at -> facts.put("retryAt", at));
        String kind = bill.retryAt().isPresent() ? "RECURRING_FAILED" : "RECURRING_FAILED_FINALLY";
        words.tell(recurring, desk.present(recurring.id()), kind, bill.id() + " " + bill.attempts(), facts);
    }

    private void stand(UUID id, RecurringFacts facts, Reading reading) {
        RecurringContribution before = desk.locked(id);
        List<PaymentTerms> terms = desk.store().terms(id);
        PaymentTerms present = RecurringDesk.present(terms);
        boolean certain = present.confirmedAt()
                .filter(since -> since.isBefore(reading.at()))
                .isPresent();
        boolean other = certain && facts.amountMinor() != present.amount().minorUnits();
        String note = other ? "The amount was changed at the processor; such payments are not booked" : "";
        RecurringContribution after = before.told(new RecurringContribution.Told(
                stateOf(facts.state()),
                new Subscription(facts.subscriptionId(), Optional.of(facts.customerId())),
                facts.nextAt(),
                facts.endsAt(),
                note,
                reading.at()));
        desk.store().save(after);
        tellChange(before, after, present, reading);
        schedule(id, reading, nextLook(after, facts));
    }

    static RecurringState stateOf(RecurringFacts.State state) {
        return switch (state) {
            case INCOMPLETE -> RecurringState.PENDING;
            case ACTIVE -> RecurringState.ACTIVE;
            case PAST_DUE -> RecurringState.PAST_DUE;
            case PAUSED -> RecurringState.PAUSED;
            case ENDED -> RecurringState.ENDED;
        };
    }

    private void tellChange(
            RecurringContribution before, RecurringContribution after, PaymentTerms terms, Reading reading) {
        if (before.state() == after.state()) {
            return;
        }
        String what = reading.at().toString();
        if (after.state() == RecurringState.PAUSED) {
            words.tell(after, terms, "RECURRING_PAUSED", what, Map.of());
        } else if (before.state() == RecurringState.PAUSED && !after.state().isOver()) {
            words.tell(after, terms, "RECURRING_RESUMED", what, Map.of());
        } else if (after.state() == RecurringState.ENDED) {
            words.tell(after, terms, "RECURRING_ENDED", "", Map.of());
        } else if (before.state() == RecurringState.PENDING && after.state().isRunning()) {
            words.tell(after, terms, "RECURRING_STARTED", "", Map.of());
        }
    }

    /** Events tell of changes; looking is for those that do not come. */
    private Optional<Instant> nextLook(RecurringContribution present, RecurringFacts facts) {
        Instant now = desk.now();
        boolean open = facts.charges().stream().anyMatch(charge -> charge.state() == RecurringFacts.ChargeState.OPEN);
        return switch (present.state()) {
            case PENDING -> Optional.of(now.plus(Duration.ofHours(1)));
            case ACTIVE -> Optional.of(soonAfter(present.nextAt(), now));
            case PAST_DUE -> Optional.of(now.plus(Duration.ofHours(6)));
            case PAUSED -> Optional.of(now.plus(Duration.ofDays(1)));
            case ENDED, EXPIRED -> open ? Optional.of(now.plus(Duration.ofDays(1))) : Optional.empty();
        };
    }

    private static Instant soonAfter(Optional<Instant> due, Instant now) {
        Instant usual = now.plus(Duration.ofHours(12));
        Instant after = due.map(at -> at.plus(Duration.ofMinutes(2))).orElse(usual);
        if (!after.isAfter(now)) {
            return now.plus(Duration.ofHours(1));
        }
        return after.isBefore(usual) ? after : usual;
    }

    private void schedule(UUID id, Reading reading, Optional<Instant> next) {
        desk.store().schedule(id, reading.touches(), next, Backoff.none().tries());
    }
}
