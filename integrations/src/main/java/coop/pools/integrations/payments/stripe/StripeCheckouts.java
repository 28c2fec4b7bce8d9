package coop.pools.integrations.payments.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.CheckoutStatus.State;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.integrations.payments.Settlement;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** Hosted payment pages (Checkout Sessions, mode {@code payment} or {@code subscription}) and what they brought in. */
final class StripeCheckouts {
    private static final String SETTLEMENT = "latest_charge.balance_transaction";

    private static final Set<String> OVER = Set.of("requires_payment_method", "canceled");

    /** What fits on the page; Stripe takes more. */
    private static final int LONGEST_TITLE = 250;

    private final StripeCalls calls;

    StripeCheckouts(StripeCalls calls) {
        this.calls = calls;
    }

    Checkout create(CheckoutRequest request) {
        SessionCreateParams params = params(request);
        Session session = calls.make(client -> client.v1()
                .checkout()
                .sessions()
                .create(params, StripeCalls.withKey(request.contributionId(), request.account())));
        return opened(session);
    }

    /** A page that Stripe has just opened. */
    private Checkout opened(Session session) {
        return calls.make(client -> new Checkout(
                StripeAmounts.given(session.getId(), "id"),
                StripeAmounts.given(session.getUrl(), "url"),
                Instant.ofEpochSecond(session.getExpiresAt())));
    }

    Optional<CheckoutStatus> read(String checkoutId, Optional<String> account) {
        SessionRetrieveParams expanded = SessionRetrieveParams.builder()
                .addExpand("payment_intent." + SETTLEMENT)
                .build();
        return calls.find(client ->
                status(client.v1().checkout().sessions().retrieve(checkoutId, expanded, StripeCalls.on(account))));
    }

    /** Stripe refuses to expire what is not open any more. */
    void close(String checkoutId, Optional<String> account) {
        SessionExpireParams params = SessionExpireParams.builder().build();
        calls.unlessRefused(
                client -> client.v1().checkout().sessions().expire(checkoutId, params, StripeCalls.on(account)));
    }

    Optional<Settlement> settlement(String paymentId) {
        PaymentIntentRetrieveParams expanded =
                PaymentIntentRetrieveParams.builder().addExpand(SETTLEMENT).build();
        return calls.make(client -> settlement(client.v1().paymentIntents().retrieve(paymentId, expanded)));
    }

    private static SessionCreateParams params(CheckoutRequest request) {
        String title = shortened(request.title());
        PriceData price = PriceData.builder()
                .setCurrency(StripeAmounts.code(request.currency()))
                .setUnitAmount(StripeAmounts.charge(request.amountMinor(), request.currency()))
                .setProductData(PriceData.ProductData.builder().setName(title).build())
                .build();
        SessionCreateParams.Builder params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addLineItem(
                        LineItem.builder().setPriceData(price).setQuantity(1L).build())
                .setClientReferenceId(request.contributionId())
                .putMetadata(EventShape.CONTRIBUTION, request.contributionId())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata(EventShape.CONTRIBUTION, request.contributionId())
                        .setTransferGroup(request.transferGroup())
                        .setDescription(title)
                        .build())
                // The Pool keeps its books in one currency: the payer's bank converts, not the page.
                .setAdaptivePricing(SessionCreateParams.AdaptivePricing.builder()
                        .setEnabled(false)
                        .build())
                .setSuccessUrl(request.successUrl())
                .setCancelUrl(request.cancelUrl());
        request.payerEmail().ifPresent(params::setCustomerEmail);
        return params.build();
    }

    Checkout create(RecurringRequest request) {
        SessionCreateParams params = params(request);
        return opened(calls.make(client -> client.v1()
                .checkout()
                .sessions()
                .create(params, StripeCalls.withKey(request.recurringId(), request.account()))));
    }

    private static SessionCreateParams params(RecurringRequest request) {
        String title = shortened(request.title());
        PriceData price = PriceData.builder()
                .setCurrency(StripeAmounts.code(request.currency()))
                .setUnitAmount(StripeAmounts.charge(request.amountMinor(), request.currency()))
                .setProductData(PriceData.ProductData.builder().setName(title).build())
                .setRecurring(PriceData.Recurring.builder()
                        .setInterval(
                                request.every() == RecurringRequest.Every.MONTH
                                        ? PriceData.Recurring.Interval.MONTH
                                        : PriceData.Recurring.Interval.YEAR)
                        .setIntervalCount(1L)
                        .build())
                .build();
        SessionCreateParams.Builder params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .addLineItem(
                        LineItem.builder().setPriceData(price).setQuantity(1L).build())
                .setClientReferenceId(request.recurringId())
                .putMetadata(RecurringShapes.RECURRING, request.recurringId())
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                        .putMetadata(RecurringShapes.RECURRING, request.recurringId())
                        .setDescription(title)
                        .build())
                .setAdaptivePricing(SessionCreateParams.AdaptivePricing.builder()
                        .setEnabled(false)
                        .build())
                .setSuccessUrl(request.successUrl())
                .setCancelUrl(request.cancelUrl());
        request.payerEmail().ifPresent(params::setCustomerEmail);
        return params.build();
    }

    private static CheckoutStatus status(Session session) {
        PaymentIntent payment = session.getPaymentIntentObject();
        Currency currency = StripeAmounts.currency(session.getCurrency());
        return new CheckoutStatus(
                session.getId(),
                state(session, payment),
                StripeAmounts.minor(session.getAmountTotal(), currency),
                currency,
                Optional.ofNullable(session.getPaymentIntent()),
                payment == null ? Optional.empty() : settlement(payment),
                Optional.ofNullable(session.getSubscription()));
    }

    private static State state(Session session, PaymentIntent payment) {
        if (!"unpaid".equals(StripeAmounts.given(session.getPaymentStatus(), "payment_status"))) {
            return State.PAID;
        }
        return switch (StripeAmounts.given(session.getStatus(), "status")) {
            // A voucher or a bank transfer may be awaited for days (requires_action): that is no failure.
            case "complete" -> payment != null && OVER.contains(payment.getStatus()) ? State.FAILED : State.PROCESSING;
            case "expired" -> State.EXPIRED;
            default -> State.OPEN;
        };
    }

    private static Optional<Settlement> settlement(PaymentIntent payment) {
        Charge charge = payment.getLatestChargeObject();
        BalanceTransaction transaction = charge == null ? null : charge.getBalanceTransactionObject();
        return Optional.ofNullable(transaction)
                .map(found -> new Settlement(
                        StripeAmounts.minor(found.getFee(), StripeAmounts.currency(found.getCurrency())),
                        StripeAmounts.currency(found.getCurrency()),
                        Instant.ofEpochSecond(found.getAvailableOn()),
                        found.getId()));
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
    }
}
