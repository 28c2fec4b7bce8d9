package coop.pools.ledger;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A Pool and a Flood with books in a database, written through the ledger, and hands that tamper with them. */
public final class BooksInDatabase {
    public final UUID pool = IdSource.derivedId("a pool");
    public final UUID flood = IdSource.derivedId("a flood");
    public final LedgerStore store;
    public final Ledger ledger;
    private final TestDatabase db;
    private final TestClock clock = new TestClock();

    public BooksInDatabase(TestDatabase db, String currency) {
        this.db = db;
        store = db.store(SqlLedgerStore.class);
        ledger = new Ledger(store, new IdSource(clock, new SecureRandom()));
        SampleBook empty = new SampleBook(currency);
        db.jdbi().useHandle(handle -> {
            handle.execute(
                    "insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)"
                            + " values (?, 'sunday-readers', 'Sunday Readers & Söhne', ?, 'una', 'sandbox', 'g', 1, ?)",
                    pool,
                    currency,
                    java.time.OffsetDateTime.parse("2026-03-01T12:00:00Z"));
            handle.execute(
                    "insert into flood (id, slug, name, purpose, currency, state, founder, created_at)"
                            + " values (?, 'river', 'River', 'a test', ?, 'active', ?, ?)",
                    flood,
                    currency,
                    pool,
                    java.time.OffsetDateTime.parse("2026-03-01T12:00:00Z"));
        });
        db.transactions().inTransaction(() -> {
            ledger.openBook(pool, empty.currency, clock.instant());
            ledger.openBook(flood, empty.currency, clock.instant());
        });
    }

    /** Posts the entries of a sample book, cause by cause, to the Pool's book. */
    public BooksInDatabase post(SampleBook sample) {
        List<Entry> cause = new ArrayList<>();
        for (Entry entry : sample.entries()) {
            if (entry.leg() == 0) {
                post(cause);
                cause.clear();
            }
            cause.add(entry);
        }
        post(cause);
        return this;
    }

    private void post(List<Entry> entries) {
        if (!entries.isEmpty()) {
            Entry first = entries.get(0);
            List<Transfer> transfers = entries.stream()
                    .map(e -> new Transfer(
                            e.debit(),
                            e.credit(),
                            e.amount(),
                            e.memo().map(Entry.Memo::text).orElse("")))
                    .toList();
            db.transactions()
                    .inTransaction(
                            () -> ledger.post(new Posting(pool, first.cause(), first.at(), first.actor(), transfers)));
        }
    }

    /** One more contribution to the Pool. */
    public void contribute(Money amount, String memo) {
        Transfer transfer = new Transfer("assets:held:available", "income:contributions", amount, memo);
        Cause cause = new Cause("contribution", new IdSource(clock, new SecureRandom()).newId());
        db.transactions()
                .inTransaction(
                        () -> ledger.post(new Posting(pool, cause, clock.instant(), "processor", List.of(transfer))));
    }

    /** What somebody with the database's password can do. */
    public void tamper(String... statements) {
        db.jdbi().useHandle(handle -> {
            if (db.engine().equals("H2")) {
                handle.execute("drop trigger if exists transfer_is_append_only");
                handle.execute("drop trigger if exists memo_is_erased_only");
            } else {
                handle.execute("alter table transfer disable trigger all");
                handle.execute("alter table memo disable trigger all");
            }
            for (String statement : statements) {
                handle.createUpdate(statement.replace("BOOK", "'" + pool + "'")).execute();
            }
        });
    }
}
