package coop.pools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.BatchedLedgerStore;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneBatch;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

class BatchedBooksTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());
    private final UUID book = ids.newId();

    @EveryDatabase
    void ofPostingsInOneBatchExactlyTheAffordableOnesAreMade(TestDatabase db) throws Exception {
        Ledger ledger = openLedger(db);
        List<Object> posted = new OneBatch(db)
                .with(() -> post(db, ledger, ids.newId(), Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 100))
                .with(() -> post(db, ledger, ids.newId(), Accounts.RESERVED, Accounts.AVAILABLE, 60))
                .with(() -> post(db, ledger, ids.newId(), Accounts.RESERVED, Accounts.AVAILABLE, 60))
                .with(() -> post(db, ledger, ids.newId(), Accounts.RESERVED, Accounts.AVAILABLE, 40))
                .run();
        assertThat(posted.get(2)).isInstanceOf(Refused.class);
        assertThat(posted.get(3)).isEqualTo(true);
        assertThat(ledger.balances(book).available()).isEqualTo(Money.zero(EUR));
        assertThat(ledger.balances(book).reserved()).isEqualTo(Money.of(100, "EUR"));
        assertThat(isWhole(db)).isTrue();
    }

    @EveryDatabase
    void oneCauseTwiceInOneBatchIsBookedOnce(TestDatabase db) throws Exception {
        Ledger ledger = openLedger(db);
        UUID cause = ids.newId();
        List<Object> posted = new OneBatch(db)
                .with(() -> post(db, ledger, cause, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 100))
                .with(() -> post(db, ledger, cause, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 100))
                .with(() -> post(db, ledger, ids.newId(), Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 7))
                .run();
        assertThat(posted).containsExactly(true, false, true);
        assertThat(ledger.balances(book).available()).isEqualTo(Money.of(107, "EUR"));
        assertThat(isWhole(db)).isTrue();
    }

    @EveryDatabase
    void anOlderCauseIsNotBookedAgainByABatch(TestDatabase db) throws Exception {
        Ledger ledger = openLedger(db);
        UUID cause = ids.newId();
        post(db, ledger, cause, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 100);
        List<Object> posted = new OneBatch(db)
                .with(() -> post(db, ledger, ids.newId(), Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 7))
                .with(() -> post(db, ledger, cause, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 100))
                .run();
        assertThat(posted).containsExactly(true, false);
        assertThat(ledger.balances(book).available()).isEqualTo(Money.of(107, "EUR"));
        assertThat(isWhole(db)).isTrue();
    }

    @EveryDatabase
    void whatABatchHasGatheredIsSeenByEveryOtherStatement(TestDatabase db) throws Exception {
        Ledger ledger = openLedger(db);
        UUID cause = ids.newId();
        List<Object> seen = new OneBatch(db)
                .with(() -> post(db, ledger, cause, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 100))
                .with(() -> db.transactions()
                        .inSharedTransaction(
                                () -> ledger.entriesOf(book, "test", cause).size()))
                .with(() -> db.transactions().inSharedTransaction(() -> ledger.balances(book)))
                .with(() -> post(db, ledger, ids.newId(), Accounts.RESERVED, Accounts.AVAILABLE, 30))
                .run();
        assertThat(seen.get(1)).isEqualTo(1);
        assertThat(seen.get(2))
                .isInstanceOfSatisfying(
                        Balances.class,
                        balances -> assertThat(balances.available()).isEqualTo(Money.of(100, "EUR")));
        assertThat(ledger.balances(book).available()).isEqualTo(Money.of(70, "EUR"));
        assertThat(isWhole(db)).isTrue();
    }

    private Ledger openLedger(TestDatabase db) {
        Ledger ledger = new Ledger(new BatchedLedgerStore(db.store(SqlLedgerStore.class), db.jdbiTransactions()), ids);
        db.transactions().inTransaction(() -> ledger.openBook(book, EUR, clock.instant()));
        return ledger;
    }

    private boolean isWhole(TestDatabase db) {
        return new VerifyBook(db.transactions(), db.store(SqlLedgerStore.class), db.store(SqlHeadStore.class))
                .verify(book)
                .isWhole();
    }

    private boolean post(TestDatabase db, Ledger ledger, UUID cause, String debit, String credit, long minor) {
        Transfer transfer = new Transfer(debit, credit, Money.of(minor, "EUR"), "a test");
        Posting posting = new Posting(book, new Cause("test", cause), clock.instant(), "processor", List.of(transfer));
        return db.transactions().inSharedTransaction(() -> ledger.post(posting));
    }
}
