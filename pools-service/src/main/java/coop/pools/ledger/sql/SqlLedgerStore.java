package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.db.RowsToWrite;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The ledger's tables, the same SQL on both databases. */
@RegisterConstructorMapper(LedgerStore.BookHead.class)
@RegisterConstructorMapper(LedgerStore.AccountRow.class)
@RegisterRowMapper(EntryMapper.class)
public interface SqlLedgerStore extends LedgerStore, SqlObject {
    String BOOK = "select id, currency, head_seq as seq, head_hash as hash, opened_at from book ";
    String ENTRY = """
            select t.book_id, t.seq, t.cause_kind, t.cause_id, t.leg, d.name as debit, c.name as credit,
                   t.amount, b.currency, t.booked_at, t.actor, t.memo_hash, t.hash, m.salt, m.text
            from transfer t
            join book b on b.id = t.book_id
            join account d on d.book_id = t.book_id and d.no = t.debit_no
            join account c on c.book_id = t.book_id and c.no = t.credit_no
            left join memo m on m.book_id = t.book_id and m.seq = t.seq
            """;

    @Override
    @SqlUpdate("""
            insert into book (id, currency, head_seq, head_hash, opened_at)
            values (:id, :currency, 0, :headHash, :openedAt) on conflict do nothing
            """)
    int insertBook(UUID id, String currency, byte[] headHash, Instant openedAt);

    @Override
    @SqlQuery(BOOK + "where id = :id")
    Optional<BookHead> book(UUID id);

    @Override
    @SqlQuery(BOOK + "where id = :id for update")
    Optional<BookHead> lockBook(UUID id);

    @Override
    @SqlQuery("select id from book order by id")
    List<UUID> bookIds();

    @Override
    @SqlQuery("""
            select count(*) > 0 from transfer
            where book_id = :book and cause_kind = :causeKind and cause_id = :causeId
            """)
    boolean hasCause(UUID book, String causeKind, UUID causeId);

    @Override
    @SqlQuery("select no, name, guarded, balance from account where book_id = :book order by no")
    List<AccountRow> accounts(UUID book);

    @Override
    @SqlQuery("select count(*) from memo_erasure where book_id = :book and seq <= :upTo")
    long erasures(UUID book, long upTo);

    @Override
    @SqlQuery("""
            select t.seq from transfer t
            where t.book_id = :book and t.seq <= :upTo and octet_length(t.memo_hash) > 0
              and not exists (select 1 from memo m where m.book_id = t.book_id and m.seq = t.seq)
              and not exists (select 1 from memo_erasure e where e.book_id = t.book_id and e.seq = t.seq)
            order by t.seq fetch first 1 rows only
            """)
    Optional<Long> firstWithoutWords(UUID book, long upTo);

    @Override
    @SqlUpdate("""
            insert into account (book_id, no, name, guarded, balance)
            values (:book, :no, :name, :guarded, :balance)
            """)
    void insertAccount(UUID book, @BindMethods AccountRow account);

    @Override
    @SqlUpdate("""
            update account set balance = balance + :delta
            where book_id = :book and no = :accountNo and (not guarded or balance + :delta >= 0)
            """)
    int addToBalance(UUID book, int accountNo, long delta);

    @Override
    @SqlQuery("select coalesce(max(seq), 0) from transfer where book_id = :book")
    long lastSeq(UUID book);

    @Override
    default void insertTransfers(List<NewRow> rows) {
        try {
            RowsToWrite.writeAll(getHandle().getConnection(), TransferInserts.of(rows));
        } catch (SQLException e) {
            throw new UnwrittenTransfers(e);
        }
    }

    @Override
    @SqlUpdate("update book set head_seq = :seq, head_hash = :hash where id = :book")
    void moveHead(UUID book, long seq, byte[] hash);

    @Override
    @SqlQuery(ENTRY + "where t.book_id = :book and t.seq > :afterSeq order by t.book_id, t.seq limit :limit")
    List<Entry> entriesAfter(UUID book, long afterSeq, int limit);

    @Override
    default List<Entry> chunkAfter(Chunk chunk, Map<Integer, String> accounts) {
        return ChunkReading.read(getHandle().getConnection(), chunk, accounts);
    }

    @Override
    @SqlQuery(ENTRY + "where t.book_id = :book and t.seq < :beforeSeq order by t.book_id desc, t.seq desc limit :limit")
    List<Entry> entriesBefore(UUID book, long beforeSeq, int limit);

    @Override
    @SqlQuery(ENTRY + "where t.book_id = :book and t.cause_kind = :causeKind and t.cause_id = :causeId order by t.leg")
    List<Entry> entriesOf(UUID book, String causeKind, UUID causeId);

    /** Transfers could not be inserted. */
    final class UnwrittenTransfers extends RuntimeException {
        private UnwrittenTransfers(SQLException cause) {
            super(cause);
        }
    }
}
