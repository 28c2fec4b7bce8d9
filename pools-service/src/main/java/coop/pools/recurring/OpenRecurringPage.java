package coop.pools.recurring;

import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.kernel.Money;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.treasury.PaymentPages;
import coop.pools.treasury.domain.Contribution;
import java.net.URI;
import java.util.Optional;

/** The page on which the first payment of a recurring contribution is made, which begins it. */
public final class OpenRecurringPage implements PaymentPages {
    private final RecurringDesk desk;
    private final PaymentProcessor processor;
    private final RecurringWords words;
    private final URI publicUrl;

    public OpenRecurringPage(RecurringDesk desk, PaymentProcessor processor, RecurringWords words, URI publicUrl) {
        this.desk = desk;
        this.processor = processor;
        this.words = words;
        this.publicUrl = publicUrl;
    }

    /** Keyed by the recurring contribution's id, which its first contribution shares. */
    @Override
    public Optional<Checkout> open(Contribution contribution) {
        return desk.store().find(contribution.id()).map(this::open);
    }

    private Checkout open(RecurringContribution recurring) {
        PaymentTerms terms = desk.present(recurring.id());
        Money amount = terms.amount();
        String own = publicUrl.resolve("/contributions/" + recurring.id()).toString();
        return processor.createRecurring(new RecurringRequest(
                recurring.id().toString(),
                amount.minorUnits(),
                amount.currency(),
                RecurringRequest.Every.valueOf(recurring.every().name()),
                "Contribution to " + words.pools(terms),
                Optional.empty(),
                own,
                own,
                recurring.account()));
    }
}
