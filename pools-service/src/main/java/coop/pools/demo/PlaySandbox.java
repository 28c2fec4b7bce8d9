package coop.pools.demo;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.sandbox.PayResult;
import coop.pools.integrations.payments.sandbox.SandboxCheckout;
import coop.pools.integrations.payments.sandbox.SandboxPayee;
import coop.pools.integrations.payments.sandbox.SandboxPaymentProcessor;
import coop.pools.integrations.payments.sandbox.SandboxSubscription;
import coop.pools.integrations.payments.sandbox.SandboxTopUp;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.payout.OnboardPayee;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.RefreshPayee;
import coop.pools.payout.domain.Payee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What people do on the sandbox processor's own pages: pay by card, answer their bank, name a bank account. The events
 * that follow are delivered before each call returns.
 */
public final class PlaySandbox {
    private static final String HOME = "DE";

    private final SandboxPaymentProcessor sandbox;
    private final DeliverEvents events;
    private final ReadPayees payees;
    private final OnboardPayee onboard;
    private final RefreshPayee refresh;

    public PlaySandbox(
            SandboxPaymentProcessor sandbox,
            DeliverEvents events,
            ReadPayees payees,
            OnboardPayee onboard,
            RefreshPayee refresh) {
        this.sandbox = sandbox;
        this.events = events;
        this.payees = payees;
        this.onboard = onboard;
        this.refresh = refresh;
    }

    /** @throws Refused NOT_FOUND */
    public SandboxCheckout checkout(String id) {
        return sandbox.checkout(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** @throws Refused NOT_FOUND */
    public SandboxPayee account(String id) {
        return sandbox.payee(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The operator brings money to the processor, by this name once. */
    public void topUp(UUID name, Money amount, String words) {
        sandbox.topUp(name.toString(), amount.minorUnits(), amount.currency(), words);
    }

    /**
     * A bank takes back so much of what the operator brought by this name, or all that is left of it. Refused with NOT_FOUND
     * when there is none, INVALID_FIELD when it has another currency or less is left.
     */
    public void reverseTopUp(UUID name, Optional<Money> amount) {
        SandboxTopUp present = sandbox.topUp(name.toString()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (amount.filter(money -> !money.currency().equals(present.currency())).isPresent()) {
            throw invalid("amount.currency", present.currency().getCurrencyCode());
        }
        try {
            sandbox.reverseTopUp(name.toString(), amount.map(Money::minorUnits));
        } catch (PaymentFailure tooMuch) {
            throw invalid("amount.amountMinor", "at most what is left of it");
        }
    }

    private static Refused invalid(String field, String reason) {
        return new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", field, "reason", reason));
    }

    /** A try to pay with a card number. Refused with NOT_FOUND when there is no such page, TRY_AGAIN when it is busy. */
    public PayResult pay(String checkoutId, String card) {
        checkout(checkoutId);
        return delivered(() -> sandbox.pay(checkoutId, card));
    }

    /** The payer's answer to the bank. */
    public PayResult answerBank(String checkoutId, boolean confirmed) {
        checkout(checkoutId);
        return delivered(() -> sandbox.completeAuthentication(checkoutId, confirmed));
    }

    /** @throws Refused NOT_FOUND */
    public SandboxSubscription customer(String customerId) {
        return sandbox.customer(customerId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** Another card for a recurring contribution; what is open is paid by it. Refused with NOT_FOUND, TRY_AGAIN. */
    public PayResult changeCard(String customerId, String card) {
        SandboxSubscription subscription = customer(customerId);
        return delivered(() -> sandbox.changeCard(subscription.id(), card));
    }

    /** The payer disputes this payment, or their bank decides; refused when that cannot be. */
    public void dispute(String paymentId, DisputeFact.State outcome) {
        deliver(() -> sandbox.dispute(paymentId, outcome));
    }

    /** Somebody gives money back in the processor's dashboard: all that is left, where no amount is said. */
    public void refund(String paymentId, Optional<Long> amountMinor) {
        deliver(() -> sandbox.refundInDashboard(paymentId, amountMinor));
    }

    private void deliver(Supplier<List<SignedEvent>> step) {
        try {
            events.deliver(step.get());
        } catch (PaymentFailure failure) {
            if (failure.outcome() != PaymentFailure.Outcome.REJECTED) {
                throw new Refused(CommonRefusal.TRY_AGAIN);
            }
            throw invalid("contribution", failure.code());
        }
    }

    /** The payee completes onboarding; an account is made when there is none. Refused with NOT_FOUND. */
    public Payee completePayee(UUID id) {
        Payee payee = payees.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Payee bound = onboard.withAccount(payee, payee.country().or(() -> Optional.of(HOME)));
        completeAccount(bound.accountId().orElseThrow());
        return refresh.present(id);
    }

    /** The owner of this account has identified themselves and named a bank account. */
    public void completeAccount(String accountId) {
        account(accountId);
        events.deliver(sandbox.completeOnboarding(accountId));
    }

    private PayResult delivered(Supplier<PayResult> step) {
        try {
            PayResult result = step.get();
            events.deliver(result.events());
            return result;
        } catch (PaymentFailure busy) {
            throw new Refused(CommonRefusal.TRY_AGAIN);
        }
    }
}
