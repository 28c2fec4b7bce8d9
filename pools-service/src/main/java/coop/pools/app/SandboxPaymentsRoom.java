package coop.pools.app;

import coop.pools.demo.DeliverEvents;
import coop.pools.demo.PlayDueSandbox;
import coop.pools.demo.PlaySandbox;
import coop.pools.demo.sql.SqlSandboxState;
import coop.pools.demo.web.SandboxCardPages;
import coop.pools.demo.web.SandboxCheckoutPages;
import coop.pools.demo.web.SandboxOnboardingPages;
import coop.pools.demo.web.SandboxPaymentsApi;
import coop.pools.demo.web.SandboxReturnsApi;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.sandbox.SandboxPaymentProcessor;
import coop.pools.integrations.payments.sandbox.SandboxSettings;
import coop.pools.integrations.payments.sandbox.SandboxState;
import coop.pools.kernel.DueWork;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;

/** The sandbox processor with its pages; built only while payments are {@code sandbox}. */
final class SandboxPaymentsRoom {
    private static final String SECRET = "event-secret";

    final SandboxPaymentProcessor processor;
    private final Foundation foundation;
    private final SandboxState state;

    SandboxPaymentsRoom(Foundation foundation) {
        this.foundation = foundation;
        state = foundation.store(SqlSandboxState.class);
        String secret = secret(state);
        SandboxSettings settings = new SandboxSettings(
                foundation.publicUrl().toString(),
                new EventSecrets(List.of(secret), List.of(secret + "-connect")),
                FeeTable.defaults());
        processor = new SandboxPaymentProcessor(settings, state, foundation.clock());
    }

    /** What the events are signed with: made once, and the same on all nodes. */
    private String secret(SandboxState state) {
        state.add(SECRET, "whsec_sandbox_" + foundation.ids().newSecret());
        return state.read(SECRET).orElseThrow();
    }

    /** True for the first node that asks for this; the others leave it alone. */
    boolean claim(String what) {
        return state.add(what, "claimed");
    }

    PlaySandbox play(TreasuryRoom treasury, PayoutRoom payout) {
        return new PlaySandbox(
                processor,
                new DeliverEvents(treasury.takeWebhook),
                payout.readPayees,
                payout.onboardPayee,
                payout.refreshPayee);
    }

    /** What the sandbox's clock makes happen. */
    DueWork playDue(TreasuryRoom treasury) {
        return new PlayDueSandbox(processor, new DeliverEvents(treasury.takeWebhook));
    }

    void register(JerseyEnvironment jersey, TreasuryRoom treasury, PayoutRoom payout) {
        PlaySandbox play = play(treasury, payout);
        jersey.register(new SandboxPaymentsApi(play, treasury.readContributions));
        jersey.register(new SandboxReturnsApi(play, treasury.readContributions));
        jersey.register(new SandboxCardPages(foundation.pages(), play, foundation.sentences()));
        jersey.register(new SandboxCheckoutPages(foundation.pages(), play, foundation.sentences(), foundation.clock()));
        jersey.register(new SandboxOnboardingPages(foundation.pages(), play));
    }
}
