package coop.pools.treasury.web;

import coop.pools.treasury.TakeWebhook;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Where the processor delivers its signed events. The body is taken as raw bytes, for the signature is over them; the
 * answer comes when the event is durably stored.
 */
@Hidden
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookResource {
    private final TakeWebhook takeWebhook;

    public WebhookResource(TakeWebhook takeWebhook) {
        this.takeWebhook = takeWebhook;
    }

    /** Events about the platform's own account. */
    @POST
    @Path("/webhooks/stripe")
    public Taken platform(@HeaderParam("Stripe-Signature") String signature, byte[] body) {
        return take(body, signature, false);
    }

    /** Events about payees' accounts, and thin events. */
    @POST
    @Path("/webhooks/stripe/connect")
    public Taken connect(@HeaderParam("Stripe-Signature") String signature, byte[] body) {
        return take(body, signature, true);
    }

    private Taken take(byte[] body, String signature, boolean connect) {
        boolean first = takeWebhook.take(body, signature == null ? "" : signature, connect);
        return new Taken(true, !first);
    }

    /** The answer to the processor. {@code known} when the event had been taken before. */
    public record Taken(boolean received, boolean known) {}
}
