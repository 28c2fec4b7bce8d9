package coop.pools.recurring;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringContribution.Subscription;
import coop.pools.treasury.TreasuryRefusal;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The processor's page where the payer, and nobody else, puts in another card. */
public final class ChangeCard {
    private final RecurringDesk desk;
    private final PaymentProcessor processor;
    private final URI publicUrl;

    public ChangeCard(RecurringDesk desk, PaymentProcessor processor, URI publicUrl) {
        this.desk = desk;
        this.processor = processor;
        this.publicUrl = publicUrl;
    }

    /** @throws Refused NOT_FOUND, RECURRING_NOT_STARTED, RECURRING_OVER, PROCESSOR_UNREACHABLE, RECURRING_REFUSED */
    public String page(Caller caller, UUID id) {
        UUID person = caller.require(Scope.CONTRIBUTE);
        RecurringContribution own = desk.store()
                .find(id)
                .filter(found -> found.payer().equals(person))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (own.state().isOver()) {
            throw new Refused(RecurringRefusal.RECURRING_OVER);
        }
        String customer = own.subscription()
                .flatMap(Subscription::customerId)
                .orElseThrow(() -> new Refused(RecurringRefusal.RECURRING_NOT_STARTED));
        try {
            String back = publicUrl.resolve("/recurring/" + id).toString();
            return processor.cardPage(customer, back, own.account());
        } catch (PaymentFailure failure) {
            if (failure.outcome() == PaymentFailure.Outcome.REJECTED) {
                throw new Refused(RecurringRefusal.RECURRING_REFUSED, Map.of("reason", failure.code()));
            }
            throw new Refused(TreasuryRefusal.PROCESSOR_UNREACHABLE, Map.of("retryAfterSeconds", 5));
        }
    }
}
