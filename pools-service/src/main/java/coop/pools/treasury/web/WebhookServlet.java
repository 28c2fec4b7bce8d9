package coop.pools.treasury.web;

import coop.pools.kernel.Refused;
import coop.pools.platform.web.JsonEdge;
import coop.pools.treasury.TakeWebhook;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the processor delivers its signed events. The body is taken as raw bytes, for the signature is over them; the
 * answer comes when the event is durably stored.
 *
 * <p>A servlet, since it is the busiest address and needs nothing of what the framework does for the others: no caller,
 * no form, no choice of answers. That framework took more of the processor's time than the event itself.
 */
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Events about the platform's own account. */
    public static final String PLATFORM = "/webhooks/stripe";
    /** Events about payees' accounts, and thin events. */
    public static final String CONNECT = "/webhooks/stripe/connect";

    private static final int MOST_BYTES = 1024 * 1024;
    private static final byte[] TAKEN = answer(false);
    private static final byte[] KNOWN = answer(true);

    private final transient TakeWebhook takeWebhook;
    private final transient JsonEdge edge;

    public WebhookServlet(TakeWebhook takeWebhook, JsonEdge edge) {
        this.takeWebhook = takeWebhook;
        this.edge = edge;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            edge.wrongMethod(response, "POST");
            return;
        }
        try {
            String signature =
                    Optional.ofNullable(request.getHeader("Stripe-Signature")).orElse("");
            boolean connect = request.getServletPath().equals(CONNECT);
            CompletableFuture<Boolean> soon = takeWebhook.takeSoon(edge.body(request, MOST_BYTES), signature, connect);
            edge.answerLater(request, response, soon.thenApply(first -> first ? TAKEN : KNOWN));
        } catch (Refused refused) {
            edge.refused(response, refused);
        } catch (RuntimeException e) {
            edge.accident(response, e);
        }
    }

    /** {@code known} when the event had been taken before. */
    private static byte[] answer(boolean known) {
        return ("{\"received\":true,\"known\":" + known + "}").getBytes(StandardCharsets.UTF_8);
    }
}
