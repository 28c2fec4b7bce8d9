package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.DisputeChanged;
import coop.pools.integrations.payments.PaymentEvent.NotPaid;
import coop.pools.integrations.payments.PaymentEvent.Paid;
import coop.pools.integrations.payments.PaymentEvent.RefundChanged;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Events about contributions. */
public final class ContributionEffect implements EventEffect {
    private final ContributionStore store;
    private final BookContribution book;
    private final BookFacts facts;

    public ContributionEffect(ContributionStore store, BookContribution book, BookFacts facts) {
        this.store = store;
        this.book = book;
        this.facts = facts;
    }

    @Override
    public Optional<Verdict> apply(PaymentEvent event) {
        if (event instanceof Paid paid && paid.account().isPresent()) {
            return Optional.of(Verdict.setAside("charged on another account than this contribution's"));
        }
        if (event instanceof NotPaid not && not.account().isPresent()) {
            return Optional.of(Verdict.setAside("told of another account than this contribution's"));
        }
        if (event instanceof Paid paid) {
            BookContribution.Arrived arrived = new BookContribution.Arrived(
                    paid.paymentId(), paid.amountMinor(), paid.currency(), paid.settlement());
            return Optional.of(on(paid.contributionId(), contribution -> book.paid(contribution, arrived)));
        }
        if (event instanceof NotPaid not) {
            ContributionState why = not.expired() ? ContributionState.EXPIRED : ContributionState.FAILED;
            return Optional.of(on(not.contributionId(), contribution -> book.notPaid(contribution, why)));
        }
        if (event instanceof RefundChanged changed) {
            return Optional.of(facts.refund(changed.refund()));
        }
        if (event instanceof DisputeChanged changed) {
            return Optional.of(facts.dispute(changed.dispute()));
        }
        return Optional.empty();
    }

    private Verdict on(String id, Function<Contribution, Verdict> effect) {
        return parsed(id).flatMap(store::lock).map(effect).orElseGet(() -> Verdict.setAside("unknown contribution"));
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
