package coop.pools.demo;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.sandbox.PayResult;
import coop.pools.integrations.payments.sandbox.SandboxCheckout;
import coop.pools.integrations.payments.sandbox.SandboxPayee;
import coop.pools.integrations.payments.sandbox.SandboxPaymentProcessor;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.payout.OnboardPayee;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.RefreshPayee;
import coop.pools.payout.domain.Payee;
import java.util.Optional;
import java.util.UUID;

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

    private PayResult delivered(java.util.function.Supplier<PayResult> step) {
        try {
            PayResult result = step.get();
            events.deliver(result.events());
            return result;
        } catch (PaymentFailure busy) {
            throw new Refused(CommonRefusal.TRY_AGAIN);
        }
    }
}
