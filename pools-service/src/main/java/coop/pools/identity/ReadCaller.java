package coop.pools.identity;

import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.kernel.Secrets;
import java.time.Clock;
import java.util.Optional;

/** Finds out who a session cookie or a bearer token belongs to. */
public final class ReadCaller {
    private final IdentityStore store;
    private final Clock clock;

    public ReadCaller(IdentityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The person of a live session. */
    public Optional<Person> bySession(String sessionSecret) {
        return store.personBySession(Secrets.hash(sessionSecret), clock.instant());
    }

    /** A token that is neither revoked nor expired. */
    public Optional<ApiToken> byToken(String tokenSecret) {
        return store.liveToken(Secrets.hash(tokenSecret), clock.instant());
    }
}
