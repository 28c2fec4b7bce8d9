package coop.pools.ledger.sql;

import coop.pools.ledger.HolderStore;
import coop.pools.ledger.domain.Entry;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Entries of one holder's accounts, the same SQL on both databases. */
@RegisterConstructorMapper(HolderStore.Sum.class)
@RegisterRowMapper(EntryMapper.class)
public interface SqlHolderStore extends HolderStore {
    @Override
    @SqlQuery("""
            select moved.kind, moved.came, cast(sum(moved.amount) as bigint) as amount from (
                select case when t.booked_at < :from then 'before' else t.cause_kind end as kind,
                       d.no is null as came, t.amount
                from transfer t
                left join account d on d.book_id = t.book_id and d.no = t.debit_no and d.name like :accounts
                left join account c on c.book_id = t.book_id and c.no = t.credit_no and c.name like :accounts
                where t.book_id = :book and t.seq <= :upTo and t.booked_at < :until
                  and (d.no is null and c.no is not null or d.no is not null and c.no is null)) moved
            group by moved.kind, moved.came
            """)
    List<Sum> sums(@BindMethods Span span);

    @Override
    @SqlQuery(SqlLedgerStore.ENTRY + """
            where t.book_id = :book and t.seq > :afterSeq and t.seq <= :upTo
              and t.booked_at >= :from and t.booked_at < :until
              and (d.name like :accounts and c.name not like :accounts
                   or d.name not like :accounts and c.name like :accounts)
            order by t.book_id, t.seq limit :limit
            """)
    List<Entry> moved(@BindMethods Span span, long afterSeq, int limit);
}
