package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.NotPaid;
import coop.pools.integrations.payments.PaymentEvent.Paid;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Events about contributions. */
public final class ContributionEffect implements EventEffect {
    private final ContributionStore store;
    private final BookContribution book;

    public ContributionEffect(ContributionStore store, BookContribution book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public void expect(PaymentEvent event) {
        if (event instanceof Paid paid) {
            parsed(paid.contributionId()).ifPresent(store::expect);
        } else if (event instanceof NotPaid not) {
            parsed(not.contributionId()).ifPresent(store::expect);
        }
    }

    @Override
    public Optional<Verdict> apply(PaymentEvent event) {
        if (event instanceof Paid paid) {
            BookContribution.Arrived arrived = new BookContribution.Arrived(
                    paid.paymentId(), paid.amountMinor(), paid.currency(), paid.settlement());
            return Optional.of(on(paid.contributionId(), contribution -> book.paid(contribution, arrived)));
        }
        if (event instanceof NotPaid not) {
            ContributionState why = not.expired() ? ContributionState.EXPIRED : ContributionState.FAILED;
            return Optional.of(on(not.contributionId(), contribution -> book.notPaid(contribution, why)));
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
