package coop.pools.ledger.sql;

import coop.pools.ledger.EntryFilter;
import coop.pools.ledger.FlowStore;
import coop.pools.ledger.domain.Entry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sums and searches over the ledger's tables, the same SQL on both databases. */
@RegisterConstructorMapper(FlowStore.Move.class)
@RegisterConstructorMapper(FlowStore.Sum.class)
@RegisterRowMapper(EntryMapper.class)
public interface SqlFlowStore extends FlowStore {
    /** Written like {@link coop.pools.ledger.domain.Flow#of}. */
    String FLOW = """
            case when d.name like 'assets:held:%' and c.name like 'assets:held:%' then 'INSIDE'
                 when d.name like 'assets:held:%' then 'IN'
                 when c.name like 'assets:held:%' then 'OUT'
                 else 'BESIDE' end
            """;

    @Override
    @SqlQuery("""
            select b.id from book b left join book_month_state s on s.book_id = b.id
            where b.head_seq > coalesce(s.summed_seq, 0) order by b.id limit :limit
            """)
    List<UUID> unsummed(int limit);

    @Override
    @SqlUpdate("insert into book_month_state (book_id, summed_seq) values (:book, 0) on conflict do nothing")
    int begin(UUID book);

    @Override
    @SqlQuery("select summed_seq from book_month_state where book_id = :book for update")
    long lockSummed(UUID book);

    @Override
    @SqlQuery("select summed_seq from book_month_state where book_id = :book")
    Optional<Long> summed(UUID book);

    @Override
    @SqlQuery("""
            select seq, booked_at, debit_no, credit_no, amount from transfer
            where book_id = :book and seq > :seq order by book_id, seq limit :limit
            """)
    List<Move> movesAfter(UUID book, long seq, int limit);

    @Override
    @SqlUpdate("""
            update book_month set came_in = came_in + :cameIn, went_out = went_out + :wentOut
            where book_id = :book and in_month = :month and account_no = :accountNo
            """)
    int add(UUID book, String month, int accountNo, long cameIn, long wentOut);

    @Override
    @SqlUpdate("""
            insert into book_month (book_id, in_month, account_no, came_in, went_out)
            values (:book, :month, :accountNo, :cameIn, :wentOut)
            """)
    void insert(UUID book, String month, int accountNo, long cameIn, long wentOut);

    @Override
    @SqlUpdate("update book_month_state set summed_seq = :seq where book_id = :book")
    void moveSummed(UUID book, long seq);

    @Override
    @SqlQuery("""
            select m.in_month as "month", a.name as account, m.came_in, m.went_out from book_month m
            join account a on a.book_id = m.book_id and a.no = m.account_no
            where m.book_id = :book and m.in_month >= :fromMonth order by m.in_month, a.name
            """)
    List<Sum> sums(UUID book, String fromMonth);

    @Override
    @SqlQuery(
            SqlLedgerStore.ENTRY + "where t.book_id = :book and t.seq < :beforeSeq and (:flowName = '' or :flowName = "
                    + FLOW + """
            ) and (:text = '' or lower(m.text) like :pattern escape '!'
                 or m.text is null and (t.cause_kind = 'settlement' and 'card fee' like :pattern escape '!'
                                        or t.cause_kind = 'available' and 'can be spent' like :pattern escape '!'))
            and (cast(:account as varchar) is null or d.name = cast(:account as varchar)
                 or c.name = cast(:account as varchar))
            and (cast(:from as timestamp with time zone) is null
                 or t.booked_at >= cast(:from as timestamp with time zone))
            and (cast(:until as timestamp with time zone) is null
                 or t.booked_at < cast(:until as timestamp with time zone))
            and (cast(:leastMinor as bigint) is null or t.amount >= cast(:leastMinor as bigint))
            and (cast(:mostMinor as bigint) is null or t.amount <= cast(:mostMinor as bigint))
            order by t.book_id desc, t.seq desc limit :limit
            """)
    List<Entry> found(UUID book, long beforeSeq, @BindMethods EntryFilter filter, int limit);
}
