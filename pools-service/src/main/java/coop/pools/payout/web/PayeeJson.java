package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.payout.domain.Payee;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A payee in the API, for members of the body.
 *
 * @param state invited, pending, ready or restricted
 * @param byHand whether two stewards pay for the body by hand now, so that the payee need not give the processor anything
 * @param onboardingUrl the link to pass on to the payee; only in the answer that made it
 */
public record PayeeJson(
        UUID id,
        BodyJson body,
        String name,
        Optional<String> email,
        String state,
        boolean byHand,
        Optional<String> onboardingUrl,
        Instant createdAt) {

    static PayeeJson of(Payee payee, Bodies.Body body, boolean byHand, Optional<String> onboardingUrl) {
        return new PayeeJson(
                payee.id(),
                BodyJson.of(body),
                payee.name(),
                payee.email(),
                payee.state().word(),
                byHand,
                onboardingUrl,
                payee.createdAt());
    }

    /** Part of a list, newest first; {@code next} goes into {@code ?after=}. */
    public record Items(List<PayeeJson> items, Optional<UUID> next) {}

    /** The Pool or Flood that pays. */
    public record BodyJson(String kind, String slug, String name) {
        static BodyJson of(Bodies.Body body) {
            return new BodyJson(body.ref().kind().word(), body.slug(), body.name());
        }
    }
}
