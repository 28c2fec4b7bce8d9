package coop.pools.identity;

import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.kernel.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People, how they sign in, their sessions and tokens. Secrets are stored as SHA-256 hashes only. */
public interface IdentityStore {
    void insertPerson(Person person);

    /** Takes back a person made a moment ago whose account turned out to be linked already. */
    void deletePerson(UUID id);

    Optional<Person> person(UUID id);

    List<Person> people(List<UUID> ids);

    void rename(UUID id, String name);

    Optional<UUID> personByAccount(String provider, String subject);

    /** Answers 0 when the account is linked already. */
    int linkAccount(String provider, String subject, UUID personId, Instant at);

    List<Account> accounts(UUID personId);

    void insertAttempt(Attempt attempt);

    Optional<Attempt> attempt(byte[] stateHash);

    /** Answers 1 for the first use, 0 for every other. */
    int useAttempt(byte[] stateHash, Instant at);

    void insertSession(byte[] tokenHash, UUID personId, String userAgent, Instant startedAt, Instant expiresAt);

    /** A session that has not expired. */
    Optional<Session> session(byte[] tokenHash, Instant now);

    int prolongSession(byte[] tokenHash, Instant expiresAt);

    int deleteSession(byte[] tokenHash);

    void insertToken(ApiToken token, byte[] tokenHash);

    /** A token that is neither revoked nor expired. */
    Optional<ApiToken> liveToken(byte[] tokenHash, Instant now);

    /** The holders of those of these tokens that are neither revoked nor expired. */
    List<Holder> holders(List<byte[]> tokenHashes, Instant now);

    /** Newest first, at most 200. */
    List<ApiToken> liveTokens(UUID personId, Instant now);

    long countLiveTokens(UUID personId, Instant now);

    int revokeToken(UUID id, UUID personId, Instant at);

    /** Removes used-up attempts and expired sessions. */
    int deleteOldAttempts(Instant before);

    int deleteOldSessions(Instant before);

    /** A live session, its person, and when it ends unless it is used before. */
    record Session(UUID id, String name, Instant createdAt, Instant expiresAt) {
        public Person person() {
            return new Person(id, name, createdAt);
        }
    }

    /** Whoever holds a token. */
    record Holder(byte[] tokenHash, UUID personId, String scopes) {
        public Caller caller() {
            return Caller.of(personId, ApiToken.scopeSet(scopes));
        }
    }

    /** An account at a provider. */
    record Account(String provider, String subject) {}

    /** A sign-in under way. */
    record Attempt(
            byte[] stateHash,
            byte[] browserHash,
            String provider,
            String codeVerifier,
            String returnTo,
            Instant startedAt) {}
}
