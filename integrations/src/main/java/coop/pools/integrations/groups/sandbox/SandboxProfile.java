package coop.pools.integrations.groups.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.PlainText;
import coop.pools.integrations.groups.ProfileReader;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import coop.pools.integrations.groups.SourceToken;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who a sandbox token belongs to: {@code {"sub": "ana", "name": "Ana"}} from the sandbox's own address. */
final class SandboxProfile implements ProfileReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<URI> me;
    private final BoundedHttp http;

    SandboxProfile(Supplier<URI> me, BoundedHttp http) {
        this.me = me;
        this.http = http;
    }

    @Override
    public Profile read(SourceToken token) {
        BoundedHttp.Answer answer = answer(token);
        if (answer.status() == 401) {
            throw new SourceFailure(Kind.TOKEN_REFUSED, "the sandbox refuses the token");
        }
        if (answer.status() != 200) {
            throw new SourceFailure(Kind.UNAVAILABLE, "the sandbox answered " + answer.status());
        }
        try {
            JsonNode profile = JSON.readTree(answer.body());
            String subject = profile.path("sub").asText("");
            if (!profile.path("sub").isTextual() || subject.isBlank()) {
                throw new SourceFailure(Kind.UNAVAILABLE, "the sandbox does not say who this is");
            }
            return new Profile(subject, PlainText.oneLineOr(profile.path("name").asText(""), "Member " + subject));
        } catch (JsonProcessingException notJson) {
            throw new SourceFailure(Kind.UNAVAILABLE, "the sandbox gave a broken answer");
        }
    }

    private BoundedHttp.Answer answer(SourceToken token) {
        try {
            return http.get(
                    me.get(), Map.of("Authorization", "Bearer " + token.accessToken(), "Accept", "application/json"));
        } catch (IOException noAnswer) {
            throw new SourceFailure(Kind.UNAVAILABLE, "the sandbox does not answer", Optional.empty(), noAnswer);
        }
    }
}
