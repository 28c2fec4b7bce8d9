package coop.pools.bench;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.BookName;
import coop.pools.ledger.BookNames;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.domain.Head;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.ledger.web.BookFile;
import coop.pools.ledger.web.BookFileWriter;
import coop.pools.platform.db.PoolsJdbi;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * G16: exporting a book with everything needed to check it against PostgreSQL's own COPY of the same columns and rows
 * as CSV; both into nothing.
 */
final class LongExport implements Scenario {
    private static final String SAME = """
            select t.seq, t.cause_kind, t.cause_id, t.leg, t.debit_no, t.credit_no, t.amount, t.booked_at, t.actor,
                   t.memo_hash, t.hash, m.salt, m.text
            from transfer t left join memo m on m.book_id = t.book_id and m.seq = t.seq
            """;

    private final UUID book = IdSource.derivedId("a long book");
    private BenchDatabase database;
    private BenchDatabase.Stores stores;
    private ReadBook reader;
    private int entries;

    @Override
    public String name() {
        return "G16: the export of a long book";
    }

    @Override
    public void open(Settings settings) throws IOException, SQLException {
        entries = settings.entries();
        database = BenchDatabase.postgresql();
        stores = database.stores();
        reader = new ReadBook(stores.store(SqlLedgerStore.class), new NoNames());
        fill();
        export();
        copy("copy transfer to stdout csv");
    }

    /** Rows as a busy book has them; their hashes are only as long as hashes, since nobody looks at them here. */
    private void fill() throws SQLException {
        database.execute("insert into book values ('" + book + "', 'EUR', " + entries
                + ", sha256('x'), '2026-01-01T00:00:00Z')");
        for (String account : List.of(
                "1, 'assets:held:pending', true",
                "2, 'income:contributions', false",
                "3, 'expenses:card-fees', false",
                "4, 'assets:held:available', true")) {
            database.execute("insert into account values ('" + book + "', " + account + ", 0)");
        }
        database.execute("""
                insert into transfer
                select 'BOOK', i, case when i % 3 = 1 then 'contribution' else 'settlement' end,
                       md5((i / 3)::text)::uuid, i % 3, case i % 3 when 1 then 1 when 2 then 3 else 4 end,
                       case when i % 3 = 1 then 2 else 1 end, 2500, timestamptz '2026-01-01' + i * interval '1 ms',
                       'person:' || md5((i / 3)::text)::uuid, sha256(int4send(i)), sha256(int4send(-i))
                from generate_series(1, COUNT) i""".replace("BOOK", book.toString()).replace("COUNT", "" + entries));
        database.execute("""
                insert into memo
                select 'BOOK', i, decode(md5(i::text), 'hex'), 'Contribution of a member, number ' || i
                from generate_series(1, COUNT) i""".replace("BOOK", book.toString()).replace("COUNT", "" + entries));
        database.execute("vacuum analyze");
    }

    @Override
    public void round(int number, Round round) throws IOException, SQLException {
        Pace bare = pace(() -> copy("copy transfer to stdout csv"));
        Pace same = pace(() -> copy("copy (" + SAME + ") to stdout csv"));
        Pace exported = pace(this::export);
        round.say("copy of transfers %s", bare.words());
        round.say("copy of the same columns %s", same.words());
        round.say("export %s (%.2f of the first)", exported.words(), exported.rate() / bare.rate());
        round.ratio(Goal.G16, exported.rate() / same.rate());
    }

    private interface Work {
        void run() throws IOException, SQLException;
    }

    /** Entries a second, and processor time for each in microseconds here and in the database. */
    private record Pace(double rate, double here, double there) {
        String words() {
            return String.format(Locale.ROOT, "%,.0f/s (processor: %.2f us, database %.2f us)", rate, here, there);
        }
    }

    private Pace pace(Work work) throws IOException, SQLException {
        double here = CpuTime.own();
        double there = database.cpu();
        long begun = System.nanoTime();
        work.run();
        double rate = entries * 1e9 / (System.nanoTime() - begun);
        return new Pace(rate, (CpuTime.own() - here) / entries, (database.cpu() - there) / entries);
    }

    private void copy(String statement) throws SQLException, IOException {
        try (Connection connection = stores.source().getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, OutputStream.nullOutputStream());
        }
    }

    private void export() throws IOException {
        export(reader, reader.head(book));
    }

    private static void export(ReadBook reader, Head head) throws IOException {
        BookFile file = new BookFile(new BookName(head.book(), BookName.Kind.POOL, "x", "x"), head, head.openedAt());
        BookFileWriter.write(OutputStream.nullOutputStream(), file, reader.upTo(head));
    }

    /** Exports up to an entry, as a process of its own. */
    public static void main(String[] bookAndSeqAndDatabase) throws IOException {
        UUID book = UUID.fromString(bookAndSeqAndDatabase[0]);
        Jdbi jdbi = PoolsJdbi.configure(
                Jdbi.create(bookAndSeqAndDatabase[2], bookAndSeqAndDatabase[3], bookAndSeqAndDatabase[4]));
        ReadBook reader = new ReadBook(jdbi.onDemand(SqlLedgerStore.class), new NoNames());
        Head all = reader.head(book);
        long seq = Long.parseLong(bookAndSeqAndDatabase[1]);
        export(reader, new Head(book, all.currency(), seq, all.hash(), all.openedAt()));
        PeakMemory.tell();
    }

    @Override
    public Optional<Long> megabytes() throws IOException, InterruptedException {
        return PeakMemory.beyondBare(LongExport.class, arguments(entries), arguments(1000));
    }

    private List<String> arguments(int upTo) {
        return List.of(book.toString(), String.valueOf(upTo), database.url(), database.user(), database.password());
    }

    private static final class NoNames implements BookNames {
        @Override
        public Optional<BookName> bySlug(BookName.Kind kind, String slug) {
            return Optional.empty();
        }

        @Override
        public Optional<BookName> of(UUID id) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> broken() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        stores.close();
        database.close();
    }
}
