package coop.pools.recurring;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Money;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringContribution.Subscription;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the processor do what payers have ordered, outside any transaction. Each order goes out under a key of its own;
 * where no answer comes it is repeated, and only then the next one of the same recurring contribution follows.
 */
public final class CarryOutOrders implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOutOrders.class);
    /** The processor forgets keys after 24 hours; doing the same again does no harm. */
    private static final Duration KEY_LIFE = Duration.ofHours(23);

    private static final int MOST_WORDS = 250;

    private final RecurringDesk desk;
    private final PaymentProcessor processor;
    private final ApplyRecurringFacts applyFacts;
    private final RecurringWords words;

    public CarryOutOrders(
            RecurringDesk desk, PaymentProcessor processor, ApplyRecurringFacts applyFacts, RecurringWords words) {
        this.desk = desk;
        this.processor = processor;
        this.applyFacts = applyFacts;
        this.words = words;
    }

    @Override
    public String name() {
        return "carry-out-recurring-orders";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        return carryOut(desk.store().dueOrders(desk.now(), atMost));
    }

    /** Tries at once what is open of one recurring contribution. */
    void runFor(UUID recurring) {
        List<MemberOrder> open = desk.store().orders(recurring).stream()
                .filter(order -> order.state() == MemberOrder.State.OPEN)
                .toList();
        for (MemberOrder order : open) {
            if (carryOut(List.of(order)) == 0
                    || desk.store()
                            .order(order.id())
                            .filter(MemberOrder::isOpen)
                            .isPresent()) {
                return;
            }
        }
    }

    private int carryOut(List<MemberOrder> orders) {
        Instant now = desk.now();
        int done = 0;
        for (MemberOrder order : orders) {
            Backoff lease = order.backoff().triedAt(now);
            Instant read = order.backoff().nextAt().orElseThrow();
            boolean due = !read.isAfter(now);
            if (due && desk.store().leaseOrder(order.id(), read, lease.nextAt().orElseThrow(), lease.tries()) == 1) {
                done++;
                carryOut(order);
            }
        }
        return done;
    }

    private void carryOut(MemberOrder order) {
        RecurringContribution recurring = desk.store().find(order.recurring()).orElseThrow();
        ApplyRecurringFacts.Reading reading =
                new ApplyRecurringFacts.Reading(desk.now(), recurring.looks().touches());
        try {
            RecurringFacts facts = ask(order, recurring);
            desk.transactions().inTransaction(() -> done(order));
            follow(recurring.id(), facts, reading);
        } catch (PaymentFailure failure) {
            if (failure.outcome() == PaymentFailure.Outcome.REJECTED) {
                desk.transactions().inTransaction(() -> refused(order, failure.code()));
            }
            LOG.info("order {} was not carried out: {}", order.id(), failure.code());
        }
    }

    /** The order is done whatever comes of its news; those are looked at again. */
    private void follow(UUID recurring, RecurringFacts facts, ApplyRecurringFacts.Reading reading) {
        try {
            applyFacts.apply(recurring, facts, reading);
        } catch (RuntimeException accident) {
            LOG.error("recurring contribution {} could not be brought up to date", recurring, accident);
        }
    }

    private RecurringFacts ask(MemberOrder order, RecurringContribution recurring) {
        String subscription = recurring.subscription().map(Subscription::id).orElseThrow();
        long age = Duration.between(order.createdAt(), desk.now()).dividedBy(KEY_LIFE);
        String key = "recurring-order-" + order.id() + (age == 0 ? "" : "-" + age);
        Optional<String> account = recurring.account();
        return switch (order.kind()) {
            case PAUSE -> processor.pauseRecurring(subscription, key, account);
            case RESUME -> processor.resumeRecurring(subscription, key, account);
            case CANCEL -> processor.cancelRecurring(subscription, key, account);
            case CANCEL_AT_PERIOD_END -> processor.cancelRecurringAtPeriodEnd(subscription, key, account);
            case CHANGE_AMOUNT -> {
                Money amount = termsOf(order).amount();
                yield processor.changeRecurringAmount(
                        subscription, amount.minorUnits(), amount.currency(), key, account);
            }
        };
    }

    private PaymentTerms termsOf(MemberOrder order) {
        return desk.store().terms(order.recurring()).stream()
                .filter(terms -> terms.no() == order.terms().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private void done(MemberOrder order) {
        desk.locked(order.recurring());
        MemberOrder present = desk.store().lockOrder(order.id()).orElseThrow();
        if (!present.isOpen()) {
            return;
        }
        desk.store().saveOrder(present.done());
        if (present.kind() == MemberOrder.Kind.CHANGE_AMOUNT) {
            desk.store().saveTerms(present.recurring(), termsOf(present).confirmed(desk.now()));
        }
    }

    private void refused(MemberOrder order, String code) {
        RecurringContribution recurring = desk.locked(order.recurring());
        MemberOrder present = desk.store().lockOrder(order.id()).orElseThrow();
        if (!present.isOpen()) {
            return;
        }
        String why = code.isEmpty() ? "refused" : code.substring(0, Math.min(code.length(), MOST_WORDS));
        desk.store().saveOrder(present.refused(why));
        if (present.kind() == MemberOrder.Kind.CHANGE_AMOUNT) {
            desk.store().saveTerms(present.recurring(), termsOf(present).droppedNow());
        }
        desk.store()
                .touch(recurring.id(), recurring.subscription().orElseThrow().id(), desk.now());
        words.tell(
                recurring,
                desk.present(recurring.id()),
                "RECURRING_REFUSED",
                order.id().toString(),
                Map.of("reason", why));
    }
}
