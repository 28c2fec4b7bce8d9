package coop.pools.ledger.sql;

import coop.pools.ledger.AuditStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The auditor's notes, the same SQL on both databases. */
@RegisterConstructorMapper(AuditStore.Watch.class)
public interface SqlAuditStore extends AuditStore {
    String WATCH = """
            select b.id as book, b.head_seq, coalesce(w.published_seq, 0) as published_seq, w.published_at,
                   coalesce(w.audited_seq, 0) as audited_seq, w.audited_hash,
                   coalesce(w.audited_balances, '') as audited_balances, w.audited_at, w.whole_at,
                   coalesce(w.fault, '') as fault
            from book b left join book_watch w on w.book_id = b.id
            """;

    @Override
    @SqlQuery("""
            select b.id from book b left join book_watch w on w.book_id = b.id
            where (w.audited_at is null or w.audited_at <= :triedBefore)
              and (w.whole_at is null or w.whole_at <= :wholeBefore or w.fault <> '' or b.head_seq <> w.audited_seq)
            order by w.audited_at nulls first, b.id limit :limit
            """)
    List<UUID> due(Instant triedBefore, Instant wholeBefore, int limit);

    @Override
    @SqlQuery(WATCH + "where b.id = :book")
    Optional<Watch> watch(UUID book);

    @Override
    @SqlUpdate("""
            insert into book_watch (book_id, published_seq, audited_seq, audited_balances, fault)
            values (:book, 0, 0, '', '') on conflict do nothing
            """)
    void startWatch(UUID book);

    @Override
    @SqlUpdate("""
            update book_watch set audited_seq = :seq, audited_hash = :hash, audited_balances = :balances,
                audited_at = :at, fault = ''
            where book_id = :book
            """)
    void saveGood(UUID book, long seq, byte[] hash, String balances, Instant at);

    @Override
    @SqlUpdate("update book_watch set whole_at = :at where book_id = :book")
    void saveWhole(UUID book, Instant at);

    @Override
    @SqlUpdate("update book_watch set audited_at = :at, fault = :fault where book_id = :book")
    void saveFault(UUID book, String fault, Instant at);

    @Override
    @SqlQuery(WATCH + "where b.id > :afterBook order by b.id limit :limit")
    List<Watch> list(UUID afterBook, int limit);
}
