package coop.pools.integrations.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.SignatureMismatch;
import coop.pools.integrations.payments.UnreadableEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/**
 * Checks and reads events in Stripe's shapes; the sandbox also signs with it. Fields are read from the JSON itself, so
 * that an event of another API version, or of none, is understood as well. The size of a body is bounded by whoever
 * receives it.
 */
public final class SignedEvents {
    private final EventSecrets secrets;
    private final Clock clock;
    private final boolean live;

    /** For events about money that is not real. The clock must be that of whoever signs: the real one for Stripe. */
    public SignedEvents(EventSecrets secrets, Clock clock) {
        this(secrets, clock, false);
    }

    /** @param live whether real money moves */
    public SignedEvents(EventSecrets secrets, Clock clock, boolean live) {
        this.secrets = secrets;
        this.clock = clock;
        this.live = live;
    }

    /**
     * The event of a raw body.
     *
     * @throws SignatureMismatch when no secret of that endpoint matches or the time stamp is over five minutes off
     * @throws UnreadableEvent when it is signed but cannot be read
     */
    public PaymentEvent read(byte[] body, String signatureHeader, boolean connect) {
        if (signatureHeader == null) {
            throw new SignatureMismatch("the signature header is missing");
        }
        Instant signedAt = WebhookSignature.verify(body, signatureHeader, secrets.of(connect), clock.instant());
        JsonNode root = parse(body);
        EventShape shape = new EventShape(root, connect, signedAt);
        // An endpoint for live events about other accounts is also sent those of test mode.
        boolean otherMode =
                root.path("livemode").isBoolean() && root.path("livemode").booleanValue() != live;
        return otherMode ? shape.otherMode() : shape.event();
    }

    /** The event of a body that was asked for instead of delivered, and so came without a signature. */
    public PaymentEvent listed(byte[] body, boolean connect) {
        return new EventShape(parse(body), connect, clock.instant()).eventOrOther();
    }

    /** The signature header for a body, by the newest secret of that endpoint. */
    public String sign(byte[] body, boolean connect) {
        return WebhookSignature.sign(body, secrets.of(connect).get(0), clock.instant());
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode root = Json.parse(body);
            if (!root.isObject()) {
                throw new UnreadableEvent("the event is not a JSON object");
            }
            if (Json.hasNul(body)) {
                throw new UnreadableEvent("the event has a character that cannot be stored");
            }
            return root;
        } catch (IOException e) {
            // Jackson's message quotes the text, which may name people: keep the place only.
            throw new UnreadableEvent("the event is not JSON: " + e.getClass().getSimpleName());
        }
    }
}
