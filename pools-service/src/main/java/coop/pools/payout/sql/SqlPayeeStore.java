package coop.pools.payout.sql;

import coop.pools.payout.PayeeStore;
import coop.pools.payout.domain.Payee;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Payees, the same SQL on both databases. */
@RegisterRowMapper(PayeeMapper.class)
public interface SqlPayeeStore extends PayeeStore {
    String SELECT = """
            select id, body_kind, body_id, person_id, name, email, currency, country, account_id, state, tries, next_try_at,
                   created_by, created_at
            from payee
            """;

    /** A payee's columns. */
    record Row(
            UUID id,
            String bodyKind,
            UUID bodyId,
            Optional<UUID> personId,
            String name,
            Optional<String> email,
            String currency,
            String state,
            int tries,
            Optional<Instant> nextTryAt,
            UUID createdBy,
            Instant createdAt) {
        static Row of(Payee payee) {
            return new Row(
                    payee.id(),
                    payee.body().kind().word(),
                    payee.body().id(),
                    payee.person(),
                    payee.name(),
                    payee.email(),
                    payee.currency().getCurrencyCode(),
                    payee.state().word(),
                    payee.backoff().tries(),
                    payee.backoff().nextAt(),
                    payee.createdBy(),
                    payee.createdAt());
        }
    }

    @Override
    default int insert(Payee payee, byte[] inviteHash, Instant inviteExpiresAt) {
        return insertRow(Row.of(payee), inviteHash, inviteExpiresAt, false);
    }

    @Override
    default int insertHolder(Payee payee, byte[] inviteHash, Instant inviteExpiresAt) {
        return insertRow(Row.of(payee), inviteHash, inviteExpiresAt, true);
    }

    @Override
    @SqlQuery("select exists (select 1 from payee where id = :id and holder)")
    boolean isHolder(UUID id);

    @SqlUpdate("""
            insert into payee (id, body_kind, body_id, person_id, name, email, currency, state, invite_hash, invite_expires_at,
                               tries, created_by, created_at, holder)
            values (:id, :bodyKind, :bodyId, cast(:personId as uuid), :name, cast(:email as varchar), :currency, :state, :inviteHash,
                    :inviteExpiresAt, :tries, :createdBy, :createdAt, :holder)
            on conflict do nothing
            """)
    int insertRow(@BindMethods Row row, byte[] inviteHash, Instant inviteExpiresAt, boolean holder);

    @Override
    @SqlQuery(SELECT + "where id = :id")
    Optional<Payee> find(UUID id);

    @Override
    @SqlQuery(SELECT + "where id = :id for update")
    Optional<Payee> lock(UUID id);

    @Override
    @SqlQuery(SELECT + "where account_id = :accountId")
    Optional<Payee> byAccount(String accountId);

    @Override
    @SqlQuery(SELECT + "where body_id = :body and person_id = :person")
    Optional<Payee> ofPerson(UUID body, UUID person);

    @Override
    @SqlQuery(SELECT + "where id = :id and invite_hash = :inviteHash and invite_expires_at > :now")
    Optional<Payee> byInvite(UUID id, byte[] inviteHash, Instant now);

    @Override
    @SqlUpdate("update payee set invite_hash = :inviteHash, invite_expires_at = :expiresAt where id = :id")
    void renewInvite(UUID id, byte[] inviteHash, Instant expiresAt);

    @Override
    @SqlUpdate("update payee set country = :country where id = :id and account_id is null")
    int keepCountry(UUID id, String country);

    @Override
    @SqlUpdate("update payee set account_id = :accountId where id = :id and account_id is null")
    int bindAccount(UUID id, String accountId);

    @Override
    default void saveState(Payee payee) {
        saveRow(Row.of(payee));
    }

    @SqlUpdate("""
            update payee set state = :state, tries = :tries,
                next_try_at = cast(:nextTryAt as timestamp with time zone)
            where id = :id
            """)
    void saveRow(@BindMethods Row row);

    @Override
    @SqlQuery(SELECT + "where next_try_at <= :now order by next_try_at limit :limit")
    List<Payee> due(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update payee set next_try_at = :nextTry, tries = :tries where id = :id and next_try_at = :readNextTry
            """)
    int lease(UUID id, Instant readNextTry, Instant nextTry, int tries);

    @Override
    default List<Payee> ofBody(UUID body, Optional<UUID> after, int limit) {
        return after.map(id -> ofBodyAfter(body, id, limit)).orElseGet(() -> ofBodyFirst(body, limit));
    }

    @SqlQuery(SELECT + "where body_id = :body and not holder order by created_at desc, id desc limit :limit")
    List<Payee> ofBodyFirst(UUID body, int limit);

    @SqlQuery(SELECT + """
            where body_id = :body and not holder and exists (
                select 1 from payee a where a.id = :after and (payee.created_at < a.created_at
                    or (payee.created_at = a.created_at and payee.id < a.id)))
            order by created_at desc, id desc limit :limit
            """)
    List<Payee> ofBodyAfter(UUID body, UUID after, int limit);

    @Override
    @SqlUpdate("""
            insert into payee_details (payee_id, no, fingerprint, seen_at)
            select p.id, (select count(*) + 1 from payee_details d where d.payee_id = p.id), :fingerprint,
                cast(:at as timestamp with time zone)
            from payee p
            where p.id = :payee and not exists (
                select 1 from payee_details l where l.payee_id = p.id and l.fingerprint = :fingerprint
                    and l.no = (select max(m.no) from payee_details m where m.payee_id = p.id))
            """)
    void noteDetails(UUID payee, String fingerprint, Instant at);

    @Override
    @SqlQuery("""
            select fingerprint from payee_details where payee_id = :payee
            order by case when seen_at <= :at then 0 else 1 end,
                case when seen_at <= :at then -no else no end
            fetch first 1 rows only
            """)
    Optional<String> detailsAt(UUID payee, Instant at);
}
