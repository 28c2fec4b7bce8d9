package coop.pools.bench;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.platform.time.MicrosClock;
import coop.pools.treasury.ChargeStore;
import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payer;
import coop.pools.treasury.domain.Contribution.Terms;
import coop.pools.treasury.domain.Share;
import coop.pools.treasury.sql.SqlChargeStore;
import coop.pools.treasury.sql.SqlContributionStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One Pool's book, contributions that wait for their money, and what must hold when it has come. */
final class HotBook {
    private static final int CHUNK = 2000;

    private final BenchDatabase database;
    private final Clock clock = new MicrosClock(Clock.systemUTC(), () -> Duration.ZERO);
    private final IdSource ids = new IdSource(clock, new SecureRandom());
    private final UUID book;
    private long made;

    HotBook(BenchDatabase database) {
        this(database, UUID.randomUUID());
    }

    HotBook(BenchDatabase database, UUID book) {
        this.database = database;
        this.book = book;
        try (BenchDatabase.Stores stores = database.stores()) {
            Ledger ledger = new Ledger(stores.store(SqlLedgerStore.class), ids);
            stores.transactions()
                    .inTransaction(() -> ledger.openBook(book, Currency.getInstance("EUR"), clock.instant()));
        }
    }

    /** Contributions that were begun and not paid: one by the product's own stores, the others as copies of its rows. */
    List<UUID> begin(int count) throws SQLException {
        List<UUID> begun = new ArrayList<>();
        try (BenchDatabase.Stores stores = database.stores();
                Connection connection = database.connect()) {
            UUID first = begin(stores.store(SqlContributionStore.class), stores.store(SqlChargeStore.class));
            begun.add(first);
            connection.setAutoCommit(false);
            try (PreparedStatement contribution = copy(connection, "contribution", "id");
                    PreparedStatement share = copy(connection, "contribution_share", "contribution_id")) {
                while (begun.size() < count) {
                    UUID id = ids.newId();
                    begun.add(id);
                    for (PreparedStatement copy : List.of(contribution, share)) {
                        copy.setObject(1, id);
                        copy.setObject(2, first);
                        copy.addBatch();
                    }
                    if (begun.size() % CHUNK == 0 || begun.size() == count) {
                        contribution.executeBatch();
                        share.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
        made += count;
        return begun;
    }

    /** A statement that copies a row under another key. */
    private static PreparedStatement copy(Connection connection, String table, String key) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, null, table, null)) {
            while (row.next()) {
                columns.add(row.getString("COLUMN_NAME"));
            }
        }
        String into = String.join(", ", columns);
        String values = into.replaceFirst("\\b" + key + "\\b", "cast(? as uuid)");
        return connection.prepareStatement("insert into " + table + " (" + into + ") select " + values + " from "
                + table + " where " + key + " = ?");
    }

    private UUID begin(ContributionStore contributions, ChargeStore charges) {
        UUID id = ids.newId();
        Payer payer = new Payer(Optional.empty(), "Ana Example", Optional.of("ana@example.org"));
        Money amount = Money.of(SignedWebhooks.MINOR, "EUR");
        contributions.insert(Contribution.started(id, book, payer, amount, Terms.PLAIN, clock.instant()));
        charges.insertShares(id, List.of(Share.of(1, book, Optional.empty(), amount)));
        return id;
    }

    /** What does not hold although the money of all contributions has come. */
    List<String> broken() throws SQLException {
        List<String> broken = new ArrayList<>();
        try (BenchDatabase.Stores stores = database.stores()) {
            SqlLedgerStore store = stores.store(SqlLedgerStore.class);
            Ledger ledger = new Ledger(store, ids);
            Verdict verdict =
                    new VerifyBook(stores.transactions(), store, stores.store(SqlHeadStore.class)).verify(book);
            verdict.fault().ifPresent(fault -> broken.add(fault.words()));
            expect(broken, "entries", verdict.entries(), 2 * made);
            expect(broken, "events", database.number("select count(*) from payment_event"), made);
            expect(broken, "income", minor(ledger, Accounts.CONTRIBUTIONS), made * SignedWebhooks.MINOR);
            expect(broken, "fees", minor(ledger, Accounts.CARD_FEES), made * SignedWebhooks.FEE);
            expect(
                    broken,
                    "pending",
                    minor(ledger, Accounts.PENDING),
                    made * (SignedWebhooks.MINOR - SignedWebhooks.FEE));
        }
        return broken;
    }

    private long minor(Ledger ledger, String account) {
        return ledger.balance(book, account).minorUnits();
    }

    private static void expect(List<String> broken, String what, long found, long expected) {
        if (found != expected) {
            broken.add(what + ": " + found + " and not " + expected);
        }
    }
}
