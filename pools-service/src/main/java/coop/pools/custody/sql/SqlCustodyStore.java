package coop.pools.custody.sql;

import coop.pools.custody.CustodyStore;
import coop.pools.custody.domain.Custody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Custody, the same SQL on both databases. */
@RegisterRowMapper(CustodyMapper.class)
public interface SqlCustodyStore extends CustodyStore {
    String SELECT = """
            select pool_id, state, country, account_id, proposal_id, chosen_at, active_at, tries, next_try_at
            from pool_custody
            """;

    /** A row's columns. */
    record Row(
            UUID pool,
            String state,
            Optional<String> country,
            Optional<String> accountId,
            UUID proposal,
            Instant chosenAt,
            Optional<Instant> activeAt,
            int tries,
            Optional<Instant> nextTryAt) {
        static Row of(Custody custody) {
            return new Row(
                    custody.pool(),
                    custody.state().word(),
                    custody.country(),
                    custody.accountId(),
                    custody.proposal(),
                    custody.chosenAt(),
                    custody.activeAt(),
                    custody.backoff().tries(),
                    custody.backoff().nextAt());
        }
    }

    @Override
    default int insert(Custody custody) {
        return insertRow(Row.of(custody));
    }

    @SqlUpdate("""
            insert into pool_custody (pool_id, state, country, account_id, proposal_id, chosen_at, tries, next_try_at)
            values (:pool, :state, cast(:country as varchar), cast(:accountId as varchar), :proposal, :chosenAt, :tries,
                    cast(:nextTryAt as timestamp with time zone))
            on conflict do nothing
            """)
    int insertRow(@BindMethods Row row);

    @Override
    @SqlQuery(SELECT + "where pool_id = :pool")
    Optional<Custody> find(UUID pool);

    @Override
    @SqlQuery(SELECT + "where account_id = :accountId")
    Optional<Custody> byAccount(String accountId);

    @Override
    @SqlQuery(SELECT + "where pool_id = :pool for update")
    Optional<Custody> lock(UUID pool);

    @Override
    default void save(Custody custody) {
        updateRow(Row.of(custody));
    }

    @SqlUpdate("""
            update pool_custody set state = :state, country = cast(:country as varchar),
                account_id = cast(:accountId as varchar), proposal_id = :proposal, chosen_at = :chosenAt,
                active_at = cast(:activeAt as timestamp with time zone), tries = :tries,
                next_try_at = cast(:nextTryAt as timestamp with time zone)
            where pool_id = :pool
            """)
    void updateRow(@BindMethods Row row);

    @Override
    @SqlQuery(SELECT + "where active_at is not null order by pool_id")
    List<Custody> everActive();

    @Override
    @SqlQuery("""
            select distinct a.book_id from account a join pool_custody c on c.pool_id = a.book_id
            where a.name in ('assets:receivable:operator', 'assets:receivable:own-account') and a.balance > 0
            order by a.book_id limit :limit
            """)
    List<UUID> booksWithMoneyElsewhere(int limit);

    @Override
    @SqlQuery(SELECT + "where next_try_at <= :now order by next_try_at limit :limit")
    List<Custody> due(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update pool_custody set next_try_at = :nextTry, tries = :tries
            where pool_id = :pool and next_try_at = :readNextTry
            """)
    int lease(UUID pool, Instant readNextTry, Instant nextTry, int tries);
}
