package coop.pools.treasury.sql;

import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.domain.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Contributions, the same SQL on both databases. */
@RegisterRowMapper(ContributionMapper.class)
public interface SqlContributionStore extends ContributionStore {
    String SELECT = """
            select id, pool_id, person_id, payer_name, payer_email, amount, currency, meant, account, state,
                   checkout_id, checkout_url, checkout_expires_at, payment_id, paid_at, fee, available_on,
                   release_at, note, tries, next_try_at, created_at
            from contribution
            """;

    @Override
    default int insert(Contribution contribution) {
        return insertRow(ContributionRow.of(contribution));
    }

    @SqlUpdate("""
            insert into contribution (id, pool_id, person_id, payer_name, payer_email, amount, currency, meant,
                                      account, state, note, tries, created_at)
            values (:id, :poolId, cast(:personId as uuid), :payerName, cast(:payerEmail as varchar), :amount,
                    :currency, cast(:meant as bigint), cast(:account as varchar), :state, :note, :tries, :createdAt)
            on conflict do nothing
            """)
    int insertRow(@BindMethods ContributionRow row);

    @Override
    @SqlQuery(SELECT + "where id = :id")
    Optional<Contribution> find(UUID id);

    @Override
    @SqlQuery(SELECT + "where id = :id for update")
    Optional<Contribution> lock(UUID id);

    @Override
    @SqlQuery(SELECT + "where payment_id = :paymentId for update")
    Optional<Contribution> lockByPayment(String paymentId);

    @Override
    default void save(Contribution contribution) {
        updateRow(ContributionRow.of(contribution));
    }

    @SqlUpdate("""
            update contribution set state = :state, checkout_id = cast(:checkoutId as varchar),
                checkout_url = cast(:checkoutUrl as varchar),
                checkout_expires_at = cast(:checkoutExpiresAt as timestamp with time zone),
                payment_id = cast(:paymentId as varchar), paid_at = cast(:paidAt as timestamp with time zone),
                fee = cast(:fee as bigint), available_on = cast(:availableOn as timestamp with time zone),
                release_at = cast(:releaseAt as timestamp with time zone), note = :note, tries = :tries,
                next_try_at = cast(:nextTryAt as timestamp with time zone)
            where id = :id
            """)
    void updateRow(@BindMethods ContributionRow row);

    @Override
    @SqlQuery(SELECT + "where state = 'pending' and next_try_at <= :now order by next_try_at limit :limit")
    List<Contribution> dueToCheck(Instant now, int limit);

    @Override
    @SqlQuery("""
            select count(*) > 0 from contribution c
            join contribution_share s on s.contribution_id = c.id
            where s.pool_id = :pool and c.state = 'pending'
            """)
    boolean isAnyPending(UUID pool);

    @Override
    @SqlQuery(SELECT + """
            where state = 'pending'
                and id in (select s.contribution_id from contribution_share s where s.pool_id = :pool)
            order by created_at, id limit :limit
            """)
    List<Contribution> pendingInto(UUID pool, int limit);

    @Override
    @SqlQuery(SELECT + """
            where state in ('paid', 'available', 'partly-refunded', 'refunded', 'disputed') and next_try_at <= :now
            order by next_try_at limit :limit
            """)
    List<Contribution> dueToRefresh(Instant now, int limit);

    @Override
    @SqlQuery(SELECT + "where release_at <= :now order by release_at limit :limit")
    List<Contribution> dueToRelease(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update contribution set next_try_at = :nextTry, tries = :tries
            where id = :id and next_try_at = :readNextTry
            """)
    int lease(UUID id, Instant readNextTry, Instant nextTry, int tries);

    @Override
    @SqlQuery(SELECT + "where person_id = :person order by created_at desc, id desc limit :limit")
    List<Contribution> ofPerson(UUID person, int limit);
}
