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
    private final UUID book = ids.newId();
    private long made;

    HotBook(BenchDatabase database) {
        this.database = database;
        try (BenchDatabase.Stores stores = database.stores()) {
            Ledger ledger = new Ledger(stores.store(SqlLedgerStore.class), ids);
            stores.transactions()
                    .inTransaction(() -> ledger.openBook(book, Currency.getInstance("EUR"), clock.instant()));
        }
    }

    /** Contributions that were begun and not paid. */
    List<UUID> begin(int count) {
        List<UUID> begun = new ArrayList<>();
        try (BenchDatabase.Stores stores = database.stores()) {
            ContributionStore contributions = stores.store(SqlContributionStore.class);
            ChargeStore charges = stores.store(SqlChargeStore.class);
            for (int from = 0; from < count; from += CHUNK) {
                int upTo = Math.min(count, from + CHUNK);
                stores.transactions().inTransaction(() -> {
                    while (begun.size() < upTo) {
                        begun.add(begin(contributions, charges));
                    }
                });
            }
        }
        made += count;
        return begun;
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
