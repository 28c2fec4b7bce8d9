package coop.pools.integrations.groups;

import java.time.Instant;
import java.util.Optional;

/** A person's access to a source. Its text form hides the secrets. */
public record SourceToken(String accessToken, Optional<String> refreshToken, Instant expiresAt) {
    @Override
    public String toString() {
        return "SourceToken[expiresAt=" + expiresAt + "]";
    }
}
