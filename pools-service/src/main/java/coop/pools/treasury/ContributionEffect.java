package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.DisputeChanged;
import coop.pools.integrations.payments.PaymentEvent.NotPaid;
import coop.pools.integrations.payments.PaymentEvent.Paid;
import coop.pools.integrations.payments.PaymentEvent.PaymentTouched;
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
    public void expect(PaymentEvent event) {
        if (event instanceof Paid paid) {
            parsed(paid.contributionId()).ifPresent(id -> book.expect(id, paid.paymentId()));
        } else if (event instanceof NotPaid not) {
            parsed(not.contributionId()).ifPresent(store::expect);
        }
    }

    @Override
    public void expectBooks(PaymentEvent event) {
        if (event instanceof Paid paid) {
            parsed(paid.contributionId()).ifPresent(book::expectBooks);
        }
    }

    @Override
    public Optional<Verdict> apply(PaymentEvent event) {
        if (event instanceof Paid paid) {
            BookContribution.Arrived arrived = new BookContribution.Arrived(
                    paid.paymentId(), paid.amountMinor(), paid.currency(), paid.settlement());
            return Optional.of(
                    on(paid.contributionId(), paid.account(), contribution -> book.paid(contribution, arrived)));
        }
        if (event instanceof NotPaid not) {
            ContributionState why = not.expired() ? ContributionState.EXPIRED : ContributionState.FAILED;
            return Optional.of(
                    on(not.contributionId(), not.account(), contribution -> book.notPaid(contribution, why)));
        }
        if (event instanceof RefundChanged changed) {
            return Optional.of(facts.refund(changed.refund()));
        }
        if (event instanceof DisputeChanged changed) {
            return Optional.of(facts.dispute(changed.dispute()));
        }
        if (event instanceof PaymentTouched touched) {
            return Optional.of(facts.touched(touched.paymentId()));
        }
        return Optional.empty();
    }

    /** An event of another account says nothing about this contribution, whatever its metadata claims. */
    private Verdict on(String id, Optional<String> account, Function<Contribution, Verdict> effect) {
        Optional<Contribution> found = parsed(id).flatMap(store::lock);
        if (found.filter(known -> !known.terms().account().equals(account)).isPresent()) {
            return Verdict.setAside("of another account than the contribution");
        }
        return found.map(effect).orElseGet(() -> Verdict.setAside("unknown contribution"));
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
