package coop.pools.demo.web;

import coop.pools.demo.PlaySandbox;
import coop.pools.integrations.payments.sandbox.PayResult;
import coop.pools.integrations.payments.sandbox.SandboxPaymentProcessor;
import coop.pools.payout.domain.Payee;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.treasury.ReadContributions;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Pays and onboards like a person on the sandbox processor's pages; there only while payments are {@code sandbox}. */
@Hidden
@GuestsToo
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SandboxPaymentsApi {
    private final PlaySandbox play;
    private final ReadContributions contributions;

    public SandboxPaymentsApi(PlaySandbox play, ReadContributions contributions) {
        this.play = play;
        this.contributions = contributions;
    }

    /** Answers 200 whatever the card does: a declined card is a result, not an error. */
    @POST
    @Path("/sandbox/checkouts/{contributionId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Paid pay(@PathParam("contributionId") String contributionId, Card sent) {
        UUID id = contributions.byId(Fields.pathId(contributionId)).id();
        Card card = Fields.required("body", sent);
        String checkout = SandboxPaymentProcessor.checkoutOf(id.toString());
        PayResult result = play.pay(checkout, Fields.text("card", card.card(), 40));
        if (result.status() == PayResult.Status.AUTHENTICATION_NEEDED && card.confirm() != null) {
            result = play.answerBank(checkout, card.confirm());
        }
        String word = result.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Paid(
                id,
                contributions.byId(id).state().word(),
                word,
                Optional.of(result.code()).filter(code -> !code.isEmpty()));
    }

    @POST
    @Path("/sandbox/payees/{id}")
    public Onboarded onboard(@PathParam("id") String id) {
        Payee payee = play.completePayee(Fields.pathId(id));
        return new Onboarded(payee.id(), payee.state().word());
    }

    /**
     * A card to pay with.
     *
     * @param confirm the answer to the bank where the card needs 3-D Secure; missing leaves the question open
     */
    public record Card(String card, Boolean confirm) {}

    /**
     * How it went.
     *
     * @param state the contribution's
     * @param result approved, declined, invalid, authentication-needed, already-paid or expired
     * @param code why not, in the processor's words
     */
    public record Paid(UUID id, String state, String result, Optional<String> code) {}

    /** The payee's state. */
    public record Onboarded(UUID id, String state) {}
}
