package coop.pools.identity.sql;

import coop.pools.identity.IdentityStore;
import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.platform.db.RowsToRead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The identity tables, the same SQL on both databases. */
@RegisterConstructorMapper(Person.class)
@RegisterConstructorMapper(ApiToken.class)
@RegisterConstructorMapper(IdentityStore.Session.class)
@RegisterConstructorMapper(IdentityStore.Account.class)
@RegisterConstructorMapper(IdentityStore.Attempt.class)
public interface SqlIdentityStore extends IdentityStore, SqlObject {
    String TOKEN = "select id, person_id, name, scopes, made_at, expires_at from api_token ";

    @Override
    @SqlUpdate("insert into person (id, name, created_at) values (:id, :name, :createdAt)")
    void insertPerson(@BindMethods Person person);

    @Override
    @SqlUpdate("delete from person where id = :id")
    void deletePerson(UUID id);

    @Override
    @SqlQuery("select id, name, created_at from person where id = :id")
    Optional<Person> person(UUID id);

    @Override
    @SqlQuery("select id, name, created_at from person where id in (<ids>)")
    List<Person> people(@BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) List<UUID> ids);

    @Override
    @SqlUpdate("update person set name = :name where id = :id")
    void rename(UUID id, String name);

    @Override
    @SqlQuery("select person_id from sign_in_account where provider = :provider and subject = :subject")
    Optional<UUID> personByAccount(String provider, String subject);

    @Override
    @SqlUpdate("""
            insert into sign_in_account (provider, subject, person_id, linked_at)
            values (:provider, :subject, :personId, :at) on conflict do nothing
            """)
    int linkAccount(String provider, String subject, UUID personId, Instant at);

    @Override
    @SqlQuery("select provider, subject from sign_in_account where person_id = :personId order by linked_at")
    List<Account> accounts(UUID personId);

    @Override
    @SqlUpdate("""
            insert into sign_in_attempt (state_hash, browser_hash, provider, code_verifier, return_to, started_at)
            values (:stateHash, :browserHash, :provider, :codeVerifier, :returnTo, :startedAt)
            """)
    void insertAttempt(@BindMethods Attempt attempt);

    @Override
    @SqlQuery("""
            select state_hash, browser_hash, provider, code_verifier, return_to, started_at
            from sign_in_attempt where state_hash = :stateHash
            """)
    Optional<Attempt> attempt(byte[] stateHash);

    @Override
    @SqlUpdate("update sign_in_attempt set used_at = :at where state_hash = :stateHash and used_at is null")
    int useAttempt(byte[] stateHash, Instant at);

    @Override
    @SqlUpdate("""
            insert into browser_session (token_hash, person_id, user_agent, started_at, expires_at)
            values (:tokenHash, :personId, :userAgent, :startedAt, :expiresAt)
            """)
    void insertSession(byte[] tokenHash, UUID personId, String userAgent, Instant startedAt, Instant expiresAt);

    @Override
    @SqlQuery("""
            select p.id, p.name, p.created_at, s.expires_at from browser_session s join person p on p.id = s.person_id
            where s.token_hash = :tokenHash and s.expires_at > :now
            """)
    Optional<Session> session(byte[] tokenHash, Instant now);

    @Override
    @SqlUpdate("update browser_session set expires_at = :expiresAt where token_hash = :tokenHash")
    int prolongSession(byte[] tokenHash, Instant expiresAt);

    @Override
    @SqlUpdate("delete from browser_session where token_hash = :tokenHash")
    int deleteSession(byte[] tokenHash);

    @Override
    @SqlUpdate("""
            insert into api_token (id, token_hash, person_id, name, scopes, made_at, expires_at)
            values (:id, :tokenHash, :personId, :name, :scopes, :madeAt, :expiresAt)
            """)
    void insertToken(@BindMethods ApiToken token, byte[] tokenHash);

    @Override
    @SqlQuery(TOKEN + "where token_hash = :tokenHash and revoked_at is null and expires_at > :now")
    Optional<ApiToken> liveToken(byte[] tokenHash, Instant now);

    @Override
    default List<Holder> holders(List<byte[]> tokenHashes, Instant now) {
        String live = "select t.token_hash, t.person_id, t.scopes, t.expires_at"
                + " from unnest(cast(? as bytea array)) as asked (hash) join api_token t on t.token_hash = asked.hash"
                + " where t.revoked_at is null";
        return RowsToRead.read(getHandle().getConnection(), live, HolderUntil::read, (Object[])
                        tokenHashes.toArray(byte[][]::new))
                .stream()
                .filter(held -> held.expiresAt().isAfter(now))
                .map(HolderUntil::holder)
                .toList();
    }

    /** Who holds a token, and how long. */
    record HolderUntil(Holder holder, Instant expiresAt) {
        private static HolderUntil read(ResultSet row) throws SQLException {
            return new HolderUntil(
                    new Holder(row.getBytes(1), row.getObject(2, UUID.class), row.getString(3)),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        }
    }

    @Override
    @SqlQuery(TOKEN + """
            where person_id = :personId and revoked_at is null and expires_at > :now
            order by made_at desc, id desc limit 200
            """)
    List<ApiToken> liveTokens(UUID personId, Instant now);

    @Override
    @SqlQuery("""
            select count(*) from api_token
            where person_id = :personId and revoked_at is null and expires_at > :now
            """)
    long countLiveTokens(UUID personId, Instant now);

    @Override
    @SqlUpdate("""
            update api_token set revoked_at = :at where id = :id and person_id = :personId and revoked_at is null
            """)
    int revokeToken(UUID id, UUID personId, Instant at);

    @Override
    @SqlUpdate("delete from sign_in_attempt where started_at < :before")
    int deleteOldAttempts(Instant before);

    @Override
    @SqlUpdate("delete from browser_session where expires_at < :before")
    int deleteOldSessions(Instant before);
}
