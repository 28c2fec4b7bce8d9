package coop.pools.identity;

import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Claim;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Question;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out who a session cookie or a bearer token belongs to. */
public final class ReadCaller {
    private static final Duration RENEWED_BELOW = StartSession.SESSION_LIFE.minusDays(1);

    private final IdentityStore store;
    private final Clock clock;
    private final Question<ByteBuffer, Caller> holders;

    public ReadCaller(Transactions transactions, IdentityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        holders = new Question<>(transactions, this::holders);
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

    /** Whoever holds a token, to be found out together with others. */
    public Claim claim(String tokenSecret) {
        ByteBuffer hash = ByteBuffer.wrap(Secrets.hash(tokenSecret));
        return new Claim() {
            @Override
            public void expect() {
                holders.expect(hash);
            }

            @Override
            public Caller caller() {
                return holders.of(hash).orElseThrow(() -> new Refused(CommonRefusal.SIGN_IN_REQUIRED));
            }
        };
    }

    private Map<ByteBuffer, Caller> holders(Set<ByteBuffer> hashes) {
        List<byte[]> asked = hashes.stream().map(ByteBuffer::array).toList();
        Map<ByteBuffer, Caller> holders = new HashMap<>();
        store.holders(asked, clock.instant())
                .forEach(holder -> holders.put(ByteBuffer.wrap(holder.tokenHash()), holder.caller()));
        return holders;
    }

    /** A token that is neither revoked nor expired. */
    public Optional<ApiToken> byToken(String tokenSecret) {
        return store.liveToken(Secrets.hash(tokenSecret), clock.instant());
    }
}
