package coop.pools.treasury.sql;

import coop.pools.treasury.DisputeCheckStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What books say of disputes, the same SQL on both databases. */
@RegisterConstructorMapper(DisputeCheckStore.Moved.class)
public interface SqlDisputeCheckStore extends DisputeCheckStore {
    String OF = "t.cause_kind like 'dispute-%' and t.cause_id in (select * from unnest(cast(:causes as uuid array)))";

    @Override
    @SqlQuery("""
            select exists (select 1 from transfer
                where book_id = :book and seq > :afterSeq and cause_kind like 'dispute-%')
            """)
    boolean isAnyAfter(UUID book, long afterSeq);

    @Override
    @SqlQuery("select count(*) from transfer where book_id = :book and leg = 0 and cause_kind like 'dispute-%'")
    long causes(UUID book);

    @Override
    @SqlQuery("select count(*) from transfer t where t.book_id = :book and t.leg = 0 and " + OF)
    long causesOf(UUID book, UUID[] causes);

    @Override
    @SqlQuery("""
            select distinct c.id from card_dispute d
            join contribution c on c.payment_id = d.payment_id
            join contribution_share s on s.contribution_id = c.id
            where s.pool_id = :book and (cast(:after as uuid) is null or c.id > cast(:after as uuid))
            order by c.id limit :limit
            """)
    List<UUID> disputed(UUID book, UUID after, int limit);

    @Override
    @SqlQuery("select id from contribution where id = :contribution for update skip locked")
    Optional<UUID> holdIfFree(UUID contribution);

    @Override
    @SqlQuery("""
            select coalesce(sum(case when d.name = 'assets:receivable:disputes' then t.amount else 0 end
                    - case when c.name = 'assets:receivable:disputes' then t.amount else 0 end), 0) as disputed,
                coalesce(sum(case when d.name = 'assets:receivable:contributors' then t.amount else 0 end
                    - case when c.name = 'assets:receivable:contributors' then t.amount else 0 end), 0) as owed,
                coalesce(sum(case when d.name = 'expenses:dispute-fees' then t.amount else 0 end
                    - case when c.name = 'expenses:dispute-fees' then t.amount else 0 end), 0) as fees
            from transfer t
            join account d on d.book_id = t.book_id and d.no = t.debit_no
            join account c on c.book_id = t.book_id and c.no = t.credit_no
            where """ + " " + OF)
    Moved moved(UUID[] causes);
}
