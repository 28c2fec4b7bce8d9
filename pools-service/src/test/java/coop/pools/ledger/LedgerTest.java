package coop.pools.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.HashChain;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class LedgerTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());
    private final UUID book = ids.newId();

    @EveryDatabase
    void aContributionRaisesWhatIsHeld(TestDatabase db) {
        Ledger ledger = openLedger(db);
        assertThat(contribute(db, ledger, 1000)).isTrue();
        assertThat(ledger.balances(book).available()).isEqualTo(Money.of(1000, "EUR"));
        assertThat(ledger.balance(book, Accounts.CONTRIBUTIONS)).isEqualTo(Money.of(1000, "EUR"));
    }

    @EveryDatabase
    void oneCauseIsBookedOnce(TestDatabase db) {
        Ledger ledger = openLedger(db);
        Cause cause = new Cause("contribution", ids.newId());
        for (int i = 0; i < 3; i++) {
            post(db, ledger, cause, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 500);
        }
        assertThat(ledger.balances(book).available()).isEqualTo(Money.of(500, "EUR"));
    }

    @EveryDatabase
    void whatIsNotThereCannotBeReserved(TestDatabase db) {
        Ledger ledger = openLedger(db);
        contribute(db, ledger, 1000);
        assertThatThrownBy(() -> post(
                        db,
                        ledger,
                        new Cause("payout-reserved", ids.newId()),
                        Accounts.RESERVED,
                        Accounts.AVAILABLE,
                        1001))
                .isInstanceOf(Refused.class)
                .hasMessage("INSUFFICIENT_FUNDS");
        assertThat(ledger.balances(book).reserved()).isEqualTo(Money.zero(EUR));
    }

    @EveryDatabase
    void theDatabaseOrdersIdsAsWhoeverLocksThem(TestDatabase db) {
        List<UUID> some = IntStream.range(0, 50)
                .mapToObj(i -> IdSource.derivedId("book", Integer.toString(i)))
                .toList();
        List<UUID> ordered = db.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select id from unnest(cast(:ids as uuid array)) as t(id) order by id")
                        .bindArray("ids", UUID.class, some)
                        .mapTo(UUID.class)
                        .list());
        assertThat(ordered).isEqualTo(some.stream().sorted(IdSource.IN_ORDER).toList());
        assertThat(ordered).isNotEqualTo(some.stream().sorted().toList());
    }

    @EveryDatabase
    void entriesFormAnUnbrokenChain(TestDatabase db) {
        Ledger ledger = openLedger(db);
        for (int i = 1; i <= 5; i++) {
            contribute(db, ledger, i * 100);
        }
        byte[] previous = HashChain.genesis(book, EUR);
        List<Entry> entries = db.store(SqlLedgerStore.class).entriesAfter(book, 0, 100);
        assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        for (Entry entry : entries) {
            assertThat(entry.hash()).isEqualTo(HashChain.hash(previous, entry));
            previous = entry.hash();
        }
    }

    @EveryDatabase
    void transfersCannotBeChangedOrDeleted(TestDatabase db) {
        Ledger ledger = openLedger(db);
        contribute(db, ledger, 1000);
        assertThatThrownBy(() -> db.jdbi().useHandle(h -> h.execute("update transfer set amount = 1")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.jdbi().useHandle(h -> h.execute("delete from transfer")))
                .hasMessageContaining("append-only");
    }

    @EveryDatabase
    void ofManyPayoutsAtOnceExactlyTheAffordableOnesAreReserved(TestDatabase db) throws Exception {
        Ledger ledger = openLedger(db);
        contribute(db, ledger, 1000);
        List<Callable<Boolean>> payouts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Cause cause = new Cause("payout-reserved", ids.newId());
            payouts.add(() -> {
                try {
                    return post(db, ledger, cause, Accounts.RESERVED, Accounts.AVAILABLE, 100);
                } catch (Refused e) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int reserved = 0;
        for (Future<Boolean> done : threads.invokeAll(payouts)) {
            reserved += done.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(reserved).isEqualTo(10);
        assertThat(ledger.balances(book).available()).isEqualTo(Money.zero(EUR));
        assertThat(ledger.balances(book).reserved()).isEqualTo(Money.of(1000, "EUR"));
    }

    private Ledger openLedger(TestDatabase db) {
        Ledger ledger = new Ledger(db.store(SqlLedgerStore.class), ids);
        db.transactions().inTransaction(() -> ledger.openBook(book, EUR, clock.instant()));
        return ledger;
    }

    private boolean contribute(TestDatabase db, Ledger ledger, long minor) {
        Cause cause = new Cause("contribution", ids.newId());
        return post(db, ledger, cause, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, minor);
    }

    private boolean post(TestDatabase db, Ledger ledger, Cause cause, String debit, String credit, long minor) {
        Transfer transfer = new Transfer(debit, credit, Money.of(minor, "EUR"), "a test");
        return db.transactions()
                .inTransaction(
                        () -> ledger.post(new Posting(book, cause, clock.instant(), "processor", List.of(transfer))));
    }
}
