package coop.pools.integrations.payments.stripe;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Reads what may be missing or null. */
final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** As it stands in a text, where it can only be escaped. */
    private static final byte[] NUL = "\\u0000".getBytes(StandardCharsets.US_ASCII);

    private Json() {}

    static JsonNode parse(byte[] body) throws IOException {
        return JSON.readTree(body);
    }

    /** Whether a text in valid JSON may hold the NUL character, which PostgreSQL has no place for. */
    static boolean hasNul(byte[] body) {
        for (int i = 0; i + NUL.length <= body.length; i++) {
            if (body[i] == NUL[0] && Arrays.equals(body, i, i + NUL.length, NUL, 0, NUL.length)) {
                return true;
            }
        }
        return false;
    }

    /** The value under a path of names; a missing node when any of them is not there. */
    static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        return found;
    }

    /** A text that is not empty. */
    static Optional<String> text(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isTextual() && !found.textValue().isEmpty() ? Optional.of(found.textValue()) : Optional.empty();
    }

    /** A whole number; 10.5 and "10" are none. */
    static Optional<Long> whole(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isIntegralNumber() && found.canConvertToLong() ? Optional.of(found.longValue()) : Optional.empty();
    }

    /** The id of something that is given either as its id or as the whole object. */
    static Optional<String> id(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isObject() ? text(found, "id") : text(found);
    }

    /** A time as seconds since 1970, or in ISO 8601 as Stripe's newer events have it. */
    static Optional<Instant> instant(JsonNode node, String name) {
        try {
            Optional<Instant> seconds = whole(node, name).map(Instant::ofEpochSecond);
            return seconds.isPresent() ? seconds : text(node, name).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
