package coop.pools.integrations.groups.meetup;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.groups.RetryAfter;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The {@code errors} of a GraphQL answer, which come with any HTTP status, 200 included. */
final class GraphQlErrors {
    private static final Set<String> TOKEN = Set.of("AUTH_FAIL", "UNAUTHENTICATED", "UNAUTHORIZED", "INVALID_TOKEN");
    private static final Set<String> BROKEN = Set.of(
            "INTERNAL_SERVER_ERROR", "INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "TIMEOUT", "DOWNSTREAM_SERVICE_ERROR");

    private final List<JsonNode> errors;

    private GraphQlErrors(List<JsonNode> errors) {
        this.errors = errors;
    }

    static GraphQlErrors in(JsonNode body) {
        List<JsonNode> errors = new ArrayList<>();
        body.path("errors").forEach(errors::add);
        return new GraphQlErrors(errors);
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /** A refused token or a rate limit spoils the whole answer, whatever else is in it. */
    void throwIfDecisive(Instant now, Instant usualRetry) {
        for (JsonNode error : errors) {
            String code = code(error);
            if (code.equals("RATE_LIMITED")) {
                Instant retryAt =
                        RetryAfter.iso(extension(error, "resetAt"), now).orElse(usualRetry);
                throw new SourceFailure(Kind.RATE_LIMITED, "Meetup: too many requests", Optional.of(retryAt), null);
            }
            if (TOKEN.contains(code)) {
                throw new SourceFailure(Kind.TOKEN_REFUSED, "Meetup refuses the token");
            }
        }
    }

    /** The failure that an answer without data is. */
    SourceFailure refusal() {
        List<String> codes =
                errors.stream().map(GraphQlErrors::code).distinct().limit(5).toList();
        boolean broken = codes.isEmpty() || codes.stream().anyMatch(BROKEN::contains);
        return new SourceFailure(broken ? Kind.UNAVAILABLE : Kind.REFUSED, "Meetup gave no data " + codes);
    }

    /** In {@code extensions} or, as old answers have it, beside the message; only letters, to be safe in logs. */
    private static String code(JsonNode error) {
        String code =
                error.path("extensions").path("code").asText(error.path("code").asText(""));
        String known = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "");
        return known.substring(0, Math.min(40, known.length()));
    }

    private static String extension(JsonNode error, String field) {
        return error.path("extensions").path(field).asText("");
    }
}
