package coop.pools.integrations.groups.meetup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.Pause;
import coop.pools.integrations.groups.RetryAfter;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import coop.pools.integrations.groups.SourceToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question to Meetup's GraphQL. A broken answer (400, 5xx, no JSON, connection lost) is asked again twice after
 * a short pause: identical requests have been seen to fail with 400 and then to pass. A rate limit is never waited
 * for here; the caller comes back at {@link SourceFailure#retryAt()}.
 */
final class MeetupGraphQl {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Between the three tries: 1.2 seconds in all. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(300), Duration.ofMillis(900));
    /** Meetup counts 500 points in 60 seconds; used when it does not say when to come back. */
    private static final Duration RATE_WINDOW = Duration.ofSeconds(60);

    private final URI api;
    private final BoundedHttp http;
    private final Pause pause;
    private final Clock clock;

    MeetupGraphQl(URI api, BoundedHttp http, Pause pause, Clock clock) {
        this.api = api;
        this.http = http;
        this.pause = pause;
        this.clock = clock;
    }

    /** The answer's data. Failures are {@link SourceFailure}. */
    Reply ask(SourceToken token, String query, Map<String, ?> variables) {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + token.accessToken(),
                "Content-Type", "application/json",
                "Accept", "application/json");
        byte[] body = body(query, variables);
        for (Duration wait : PAUSES) {
            Optional<Reply> reply = once(headers, body);
            if (reply.isPresent()) {
                return reply.get();
            }
            pause.pause(wait);
        }
        return once(headers, body)
                .orElseThrow(() -> new SourceFailure(Kind.UNAVAILABLE, "Meetup gives broken answers, three in a row"));
    }

    /** Empty: broken, worth another try. */
    private Optional<Reply> once(Map<String, String> headers, byte[] body) {
        try {
            return understood(http.post(api, headers, body));
        } catch (HttpTimeoutException slow) {
            throw new SourceFailure(Kind.UNAVAILABLE, "Meetup does not answer in time", Optional.empty(), slow);
        } catch (IOException lost) {
            if (Thread.currentThread().isInterrupted()) {
                throw new SourceFailure(Kind.UNAVAILABLE, "interrupted", Optional.empty(), lost);
            }
            return Optional.empty();
        }
    }

    private Optional<Reply> understood(BoundedHttp.Answer answer) {
        int status = answer.status();
        Instant now = clock.instant();
        Optional<Instant> retryAfter = RetryAfter.header(answer.header("Retry-After"), now);
        Optional<JsonNode> json = json(answer.body());
        json.ifPresent(body -> GraphQlErrors.in(body).throwIfDecisive(now, now.plus(RATE_WINDOW)));
        if (status == 401) {
            throw new SourceFailure(Kind.TOKEN_REFUSED, "Meetup refuses the token");
        }
        if (status == 429) {
            Instant retryAt = retryAfter.orElse(now.plus(RATE_WINDOW));
            throw new SourceFailure(Kind.RATE_LIMITED, "Meetup: too many requests", Optional.of(retryAt), null);
        }
        if (status == 503 && retryAfter.isPresent()) {
            throw new SourceFailure(Kind.UNAVAILABLE, "Meetup is closed for a while", retryAfter, null);
        }
        if (status == 403) {
            throw new SourceFailure(Kind.REFUSED, "Meetup answered 403");
        }
        if (status == 400 || status >= 500) {
            return Optional.empty();
        }
        if (status != 200) {
            throw new SourceFailure(Kind.UNAVAILABLE, "Meetup answered " + status);
        }
        return json.filter(body -> body.has("data") || body.has("errors")).map(MeetupGraphQl::reply);
    }

    private static Reply reply(JsonNode body) {
        GraphQlErrors errors = GraphQlErrors.in(body);
        JsonNode data = body.path("data");
        if (data.isObject()) {
            return new Reply(data, errors);
        }
        throw errors.refusal();
    }

    private static Optional<JsonNode> json(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static byte[] body(String query, Map<String, ?> variables) {
        try {
            String text = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings are always JSON", impossible);
        }
    }

    /** What came back: the data, and the errors beside it. */
    record Reply(JsonNode data, GraphQlErrors errors) {
        /** Whoever reads a partial answer must insist on everything they need. */
        boolean partial() {
            return !errors.isEmpty();
        }
    }
}
