package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.db.ManyRows;
import coop.pools.platform.db.ManyRows.Columns;
import coop.pools.platform.db.RowsToWrite;
import java.util.List;
import java.util.function.Function;

/**
 * Transfers and their memos, to be written by one statement each: most rows of the product are written so, and binding
 * them by name takes longer than the database needs to store them.
 */
final class TransferInserts {
    private static final ManyRows<NewRow> TRANSFER = new Columns<NewRow>()
            .id("book_id", entry(Entry::book))
            .amount("seq", entry(Entry::seq))
            .text("cause_kind", entry(entry -> entry.cause().kind()))
            .id("cause_id", entry(entry -> entry.cause().id()))
            .number("leg", entry(Entry::leg))
            .number("debit_no", NewRow::debitNo)
            .number("credit_no", NewRow::creditNo)
            .amount("amount", entry(entry -> entry.amount().minorUnits()))
            .time("booked_at", entry(Entry::at))
            .text("actor", entry(Entry::actor))
            .bytes("memo_hash", entry(Entry::memoHash))
            .bytes("hash", entry(Entry::hash))
            .insertedInto("transfer");
    private static final ManyRows<Entry> MEMO = new Columns<Entry>()
            .id("book_id", Entry::book)
            .amount("seq", Entry::seq)
            .bytes("salt", entry -> entry.memo().orElseThrow().salt())
            .text("text", entry -> entry.memo().orElseThrow().text())
            .insertedInto("memo");

    private TransferInserts() {}

    static List<RowsToWrite<?>> of(List<NewRow> rows) {
        List<Entry> withMemo = rows.stream()
                .map(NewRow::entry)
                .filter(entry -> entry.memo().isPresent())
                .toList();
        RowsToWrite<NewRow> transfers = new RowsToWrite<>(TRANSFER, rows);
        return withMemo.isEmpty() ? List.of(transfers) : List.of(transfers, new RowsToWrite<>(MEMO, withMemo));
    }

    private static <T> Function<NewRow, T> entry(Function<Entry, T> value) {
        return row -> value.apply(row.entry());
    }
}
