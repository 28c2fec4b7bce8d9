package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.ledger.domain.Entry;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes transfers and their memos, each table in one batch. */
final class TransferInserts {
    private static final String TRANSFER = """
            insert into transfer (book_id, seq, cause_kind, cause_id, leg, debit_no, credit_no, amount,
                                  booked_at, actor, memo_hash, hash)
            values (:book, :seq, :causeKind, :causeId, :leg, :debitNo, :creditNo, :amount,
                    :at, :actor, :memoHash, :hash)
            """;
    private static final String MEMO = "insert into memo (book_id, seq, salt, text) values (:book, :seq, :salt, :text)";

    private TransferInserts() {}

    static void insert(Handle handle, List<NewRow> rows) {
        try (PreparedBatch transfers = handle.prepareBatch(TRANSFER);
                PreparedBatch memos = handle.prepareBatch(MEMO)) {
            for (NewRow row : rows) {
                Entry entry = row.entry();
                transfers
                        .bind("book", entry.book())
                        .bind("seq", entry.seq())
                        .bind("causeKind", entry.cause().kind())
                        .bind("causeId", entry.cause().id())
                        .bind("leg", entry.leg())
                        .bind("debitNo", row.debitNo())
                        .bind("creditNo", row.creditNo())
                        .bind("amount", entry.amount().minorUnits())
                        .bind("at", entry.at())
                        .bind("actor", entry.actor())
                        .bind("memoHash", entry.memoHash())
                        .bind("hash", entry.hash())
                        .add();
                entry.memo()
                        .ifPresent(memo -> memos.bind("book", entry.book())
                                .bind("seq", entry.seq())
                                .bind("salt", memo.salt())
                                .bind("text", memo.text())
                                .add());
            }
            transfers.execute();
            memos.execute();
        }
    }
}
