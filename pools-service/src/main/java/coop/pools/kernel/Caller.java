package coop.pools.kernel;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks: a signed-in person with scopes, or a guest.
 *
 * @param person empty for a guest
 * @param scopes what this session or token may do; empty for a guest
 * @param key stable for one person or one guest's browser; namespaces idempotency keys
 */
public record Caller(Optional<UUID> person, Set<Scope> scopes, String key) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public static Caller guest(String key) {
        return new Caller(Optional.empty(), Set.of(), "guest:" + key);
    }

    /** A person with every scope, as in a browser session. */
    public static Caller of(UUID person) {
        return of(person, EnumSet.allOf(Scope.class));
    }

    public static Caller of(UUID person, Set<Scope> scopes) {
        return new Caller(Optional.of(person), scopes, "person:" + person);
    }

    /**
     * The person, who must be signed in and hold the scope.
     *
     * @throws Refused {@link CommonRefusal#SIGN_IN_REQUIRED} or {@link CommonRefusal#SCOPE_MISSING}
     */
    public UUID require(Scope scope) {
        UUID id = person.orElseThrow(() -> new Refused(CommonRefusal.SIGN_IN_REQUIRED));
        if (!scopes.contains(scope)) {
            throw new Refused(CommonRefusal.SCOPE_MISSING, Map.of("scope", scope.word()));
        }
        return id;
    }

    /** To whom what is theirs and their Pools' may be shown: nobody for a guest, and for a token that may not read. */
    public Optional<UUID> reader() {
        return person.filter(unused -> scopes.contains(Scope.READ));
    }

    /** The person, who must be here in a session of their own or with a token for everything. */
    public UUID requireAll() {
        for (Scope scope : Scope.values()) {
            require(scope);
        }
        return require(Scope.READ);
    }

    public boolean is(UUID other) {
        return person.filter(other::equals).isPresent();
    }
}
