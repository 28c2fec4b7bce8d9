package coop.pools.demo.web;

import coop.pools.demo.PlaySandbox;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.sandbox.SandboxPaymentProcessor;
import coop.pools.kernel.Money;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.MoneyJson;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.domain.Contribution;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What happens at the sandbox processor to money that was paid: disputes, and refunds made in its dashboard. The signed
 * webhooks are delivered before each call answers. There only while payments are {@code sandbox}.
 */
@GuestsToo
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SandboxReturnsApi {
    private final PlaySandbox play;
    private final ReadContributions contributions;

    public SandboxReturnsApi(PlaySandbox play, ReadContributions contributions) {
        this.play = play;
        this.contributions = contributions;
    }

    /** The payer disputes the payment, or their bank decides; a decision without a dispute opens it first. */
    @POST
    @Path("/sandbox/contributions/{id}/dispute")
    public After dispute(@PathParam("id") String id, Dispute sent) {
        Contribution contribution = contributions.byId(Fields.pathId(id));
        String outcome = Fields.text("outcome", Fields.required("body", sent).outcome(), 10);
        play.dispute(
                payment(contribution),
                switch (outcome) {
                    case "opened" -> DisputeFact.State.OPEN;
                    case "won" -> DisputeFact.State.WON;
                    case "lost" -> DisputeFact.State.LOST;
                    default -> throw Fields.invalid("outcome", "opened, won or lost");
                });
        return after(contribution.id());
    }

    /** Somebody gives money back in the processor's dashboard, past Pools. */
    @POST
    @Path("/sandbox/contributions/{id}/refund")
    public After refund(@PathParam("id") String id, Refund sent) {
        Contribution contribution = contributions.byId(Fields.pathId(id));
        Optional<Long> amount = Optional.ofNullable(sent).map(Refund::amountMinor);
        if (amount.filter(minor -> minor < 1).isPresent()) {
            throw Fields.invalid("amountMinor", "above zero");
        }
        play.refund(payment(contribution), amount);
        return after(contribution.id());
    }

    /** The operator brings to the processor what has come to their bank. */
    @POST
    @Path("/sandbox/top-ups/{id}")
    public void topUp(@PathParam("id") String id, TopUp sent) {
        TopUp body = Fields.required("body", sent);
        Money amount = Fields.required("amount", body.amount()).positive("amount");
        play.topUp(Fields.pathId(id), amount, body.words() == null ? "" : Fields.text("words", body.words(), 500));
    }

    /** A bank takes it back, or a part of it. */
    @POST
    @Path("/sandbox/top-ups/{id}/reversal")
    public void reverseTopUp(@PathParam("id") String id, Reversal sent) {
        Optional<Money> amount = Optional.ofNullable(sent).map(Reversal::amount).map(said -> said.positive("amount"));
        play.reverseTopUp(Fields.pathId(id), amount);
    }

    private After after(UUID id) {
        return new After(id, contributions.byId(id).state().word().toLowerCase(Locale.ROOT));
    }

    private static String payment(Contribution contribution) {
        return contribution
                .payment()
                .map(Contribution.Payment::id)
                .orElseGet(() ->
                        SandboxPaymentProcessor.paymentOf(contribution.id().toString()));
    }

    /**
     * What becomes of a dispute.
     *
     * @param outcome opened, won or lost
     */
    public record Dispute(String outcome) {}

    /**
     * What is given back.
     *
     * @param amountMinor in the currency's smallest unit; all that is left when missing
     */
    public record Refund(Long amountMinor) {}

    /** Money of the operator's. @param words what is written on it; may be missing */
    public record TopUp(MoneyJson amount, String words) {}

    /** What a bank takes back. @param amount all that is left when missing */
    public record Reversal(MoneyJson amount) {}

    /** The contribution's state once the webhooks were delivered. */
    public record After(UUID id, String state) {}
}
