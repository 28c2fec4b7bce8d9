package coop.pools.identity.domain;

import coop.pools.kernel.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A program's access in a person's name; the secret itself is shown once and never kept. */
public record ApiToken(UUID id, UUID personId, String name, String scopes, Instant madeAt, Instant expiresAt) {
    public static ApiToken of(
            UUID id, UUID personId, String name, Set<Scope> scopes, Instant madeAt, Instant expiresAt) {
        String words = scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
        return new ApiToken(id, personId, name, words, madeAt, expiresAt);
    }

    public Set<Scope> scopeSet() {
        return scopeSet(scopes);
    }

    /** From the words of scopes. */
    public static Set<Scope> scopeSet(String scopes) {
        return Arrays.stream(scopes.split(" "))
                .map(word -> Scope.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
