package coop.pools.identity;

import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.kernel.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds out who a session cookie or a bearer token belongs to. */
public final class ReadCaller {
    private static final Duration RENEWED_BELOW = StartSession.SESSION_LIFE.minusDays(1);

    private final IdentityStore store;
    private final Clock clock;

    public ReadCaller(IdentityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The person of a live session. One that is used goes on: written at most once a day. */
    public Optional<Person> bySession(String sessionSecret) {
        byte[] hash = Secrets.hash(sessionSecret);
        Instant now = clock.instant();
        Optional<IdentityStore.Session> session = store.session(hash, now);
        if (session.filter(live -> live.expiresAt().isBefore(now.plus(RENEWED_BELOW)))
                .isPresent()) {
            store.prolongSession(hash, now.plus(StartSession.SESSION_LIFE));
        }
        return session.map(IdentityStore.Session::person);
    }

    /** A token that is neither revoked nor expired. */
    public Optional<ApiToken> byToken(String tokenSecret) {
        return store.liveToken(Secrets.hash(tokenSecret), clock.instant());
    }
}
