package coop.pools.recurring;

import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.kernel.DueWork;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringContribution.Subscription;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.ContributionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads recurring contributions anew, outside any transaction: when the processor has said that something changed, when
 * a payment is due, and now and then in case an event was missed.
 */
public final class LookAtRecurring implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(LookAtRecurring.class);
    /** How long a page that was never made may be asked for again. */
    private static final Duration GIVEN_UP = Duration.ofHours(48);

    private final RecurringDesk desk;
    private final PaymentProcessor processor;
    private final ContributionStore contributions;
    private final ApplyRecurringFacts applyFacts;

    public LookAtRecurring(
            RecurringDesk desk,
            PaymentProcessor processor,
            ContributionStore contributions,
            ApplyRecurringFacts applyFacts) {
        this.desk = desk;
        this.processor = processor;
        this.contributions = contributions;
        this.applyFacts = applyFacts;
    }

    @Override
    public String name() {
        return "look-at-recurring";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.now();
        int done = 0;
        for (RecurringContribution due : desk.store().due(now, atMost)) {
            Backoff backoff = due.looks().backoff();
            Backoff lease = backoff.triedAt(now);
            int leased = desk.store()
                    .lease(
                            due.id(),
                            backoff.nextAt().orElseThrow(),
                            lease.nextAt().orElseThrow(),
                            lease.tries());
            if (leased == 1) {
                done++;
                look(due);
            }
        }
        return done;
    }

    /** Something that goes wrong is looked at again later. */
    private void look(RecurringContribution due) {
        ApplyRecurringFacts.Reading reading =
                new ApplyRecurringFacts.Reading(desk.now(), due.looks().touches());
        try {
            Optional<String> subscription =
                    due.subscription().map(Subscription::id).or(() -> begun(due));
            if (subscription.isEmpty()) {
                return;
            }
            Optional<RecurringFacts> facts = processor.readRecurring(subscription.get(), due.account());
            if (facts.isPresent()) {
                applyFacts.apply(due.id(), facts.get(), reading);
            } else {
                LOG.error("the processor does not know the subscription of recurring contribution {}", due.id());
            }
        } catch (PaymentFailure failure) {
            LOG.info("recurring contribution {} is looked at again later: {}", due.id(), failure.code());
        } catch (RuntimeException accident) {
            // One that cannot be read holds up no other; it is leased, and tried again.
            LOG.error("recurring contribution {} could not be brought up to date", due.id(), accident);
        }
    }

    /** The subscription that paying the page has begun. */
    private Optional<String> begun(RecurringContribution due) {
        Optional<Contribution> first = contributions.find(due.id());
        Optional<CheckoutStatus> status = first.flatMap(Contribution::page)
                .map(PaymentPage::id)
                .flatMap(page -> processor.readCheckout(page, due.account()));
        Optional<String> subscription = status.flatMap(CheckoutStatus::subscriptionId);
        if (subscription.isEmpty() && isOver(due, first, status)) {
            desk.transactions().inTransaction(() -> {
                RecurringContribution present = desk.locked(due.id());
                if (present.state() == RecurringState.PENDING) {
                    desk.store().save(present.expired().lookAt(Backoff.none()));
                }
            });
        }
        return subscription;
    }

    private boolean isOver(RecurringContribution due, Optional<Contribution> first, Optional<CheckoutStatus> status) {
        if (status.isPresent()) {
            CheckoutStatus.State state = status.get().state();
            return state == CheckoutStatus.State.EXPIRED || state == CheckoutStatus.State.FAILED;
        }
        boolean givenUp = first.map(Contribution::state)
                .filter(state -> state == ContributionState.FAILED || state == ContributionState.EXPIRED)
                .isPresent();
        return givenUp || due.createdAt().plus(GIVEN_UP).isBefore(desk.now());
    }
}
