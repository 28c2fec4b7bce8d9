package coop.pools.app;

import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.stripe.StripePaymentProcessor;
import coop.pools.integrations.payments.stripe.StripeSettings;
import coop.pools.platform.db.OutsideCalls;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.Optional;

/** The card processor that config.yml chose, guarded against calls inside transactions. */
final class PaymentsIntegration {
    final PaymentProcessor processor;
    final Optional<SandboxPaymentsRoom> sandbox;

    private PaymentsIntegration(PaymentProcessor processor, Optional<SandboxPaymentsRoom> sandbox) {
        this.processor = processor;
        this.sandbox = sandbox;
    }

    static PaymentsIntegration of(PoolsConfiguration.Payments settings, Foundation foundation, OutsideCalls guard) {
        if (settings.isSandbox()) {
            SandboxPaymentsRoom room = new SandboxPaymentsRoom(foundation);
            return new PaymentsIntegration(guard.guarded(PaymentProcessor.class, room.processor), Optional.of(room));
        }
        EventSecrets secrets = new EventSecrets(settings.webhookSecretList(), settings.connectWebhookSecretList());
        StripeSettings stripe =
                StripeSettings.of(settings.secretKey(), Optional.ofNullable(settings.apiBase()), secrets);
        // The real clock, even where time can be moved: it judges the time stamps of Stripe's signatures.
        PaymentProcessor processor = new StripePaymentProcessor(stripe, Clock.systemUTC());
        return new PaymentsIntegration(guard.guarded(PaymentProcessor.class, processor), Optional.empty());
    }

    void register(JerseyEnvironment jersey, TreasuryRoom treasury, PayoutRoom payout) {
        sandbox.ifPresent(room -> room.register(jersey, treasury, payout));
    }
}
