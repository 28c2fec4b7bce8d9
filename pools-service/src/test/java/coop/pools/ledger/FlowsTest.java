package coop.pools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Flow;
import coop.pools.ledger.domain.MonthFlow;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.SqlFlowStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class FlowsTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @EveryDatabase
    void aMonthSaysWhatCameInAndWentOutWhetherSummedUpOrNot(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        YearMonth first = shelf.month();
        shelf.book(Accounts.PENDING, Accounts.CONTRIBUTIONS, 1_000);
        shelf.book(Accounts.CARD_FEES, Accounts.PENDING, 40);
        shelf.book(Accounts.AVAILABLE, Accounts.PENDING, 960);
        shelf.clock.advance(Duration.ofDays(35));
        shelf.book(Accounts.PAYOUTS, Accounts.AVAILABLE, 300);
        shelf.book(Accounts.PENDING, Accounts.CONTRIBUTIONS, 500);
        YearMonth last = shelf.month();
        List<MonthFlow> tail = shelf.read.months(shelf.book, first, last);
        while (shelf.sum.run(10) > 0) {
            assertThat(shelf.read.months(shelf.book, first, last)).isEqualTo(tail);
        }
        shelf.book(Accounts.PENDING, Accounts.CONTRIBUTIONS, 1);
        List<MonthFlow> both = shelf.read.months(shelf.book, first, last);
        assertThat(both.get(0).cameIn()).isEqualTo(eur(1_000));
        assertThat(both.get(0).wentOut()).isEqualTo(eur(40));
        assertThat(both.get(0).outBy()).containsEntry(Accounts.CARD_FEES, eur(40));
        MonthFlow present = both.get(both.size() - 1);
        assertThat(present.cameIn()).isEqualTo(eur(501));
        assertThat(present.wentOut()).isEqualTo(eur(300));
        assertThat(shelf.read.months(shelf.book, last, last)).containsExactly(present);
    }

    @EveryDatabase
    void nothingIsSummedUpTwice(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        shelf.book(Accounts.PENDING, Accounts.CONTRIBUTIONS, 7);
        assertThat(shelf.sum.run(10)).isEqualTo(1);
        assertThat(shelf.sum.run(10)).isZero();
        assertThat(shelf.read.months(shelf.book, shelf.month(), shelf.month()))
                .extracting(MonthFlow::cameIn)
                .containsExactly(eur(7));
    }

    @EveryDatabase
    void aSearchFindsWhatFitsAndNothingElse(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        shelf.book(Accounts.PENDING, Accounts.CONTRIBUTIONS, 100, "100% wool");
        shelf.book(Accounts.PENDING, Accounts.CONTRIBUTIONS, 200, "100 sheep");
        shelf.clock.advance(Duration.ofDays(3));
        shelf.book(Accounts.AVAILABLE, Accounts.PENDING, 300, "under_score");
        shelf.book(Accounts.PAYOUTS, Accounts.AVAILABLE, 150, "Wool & needles");
        shelf.book(Accounts.OWED_BY_CONTRIBUTORS, Accounts.SHORTFALL, 1, "beside");
        assertThat(shelf.found("100%", "", "")).containsExactly(1L);
        assertThat(shelf.found("WOOL", "", "")).containsExactly(4L, 1L);
        assertThat(shelf.found("_", "", "")).containsExactly(3L);
        assertThat(shelf.found("!", "", "")).isEmpty();
        assertThat(shelf.found("", "IN", "")).containsExactly(2L, 1L);
        assertThat(shelf.found("", "OUT", "")).containsExactly(4L);
        assertThat(shelf.found("", "INSIDE", "")).containsExactly(3L);
        assertThat(shelf.found("", "BESIDE", "")).containsExactly(5L);
        assertThat(shelf.found("", "", Accounts.PAYOUTS)).containsExactly(4L);
        EntryFilter recent = new EntryFilter(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(shelf.clock.instant().minus(Duration.ofDays(1))),
                Optional.empty(),
                Optional.of(2L),
                Optional.of(200L));
        assertThat(shelf.read.found(shelf.book, Long.MAX_VALUE, recent, 10))
                .extracting(Entry::seq)
                .containsExactly(4L);
        assertThat(shelf.read.found(shelf.book, 4, EntryFilter.NONE, 2))
                .extracting(Entry::seq)
                .containsExactly(3L, 2L);
    }

    @EveryDatabase
    void theDatabaseTellsDirectionsAsTheCodeDoes(TestDatabase db) {
        Shelf shelf = new Shelf(db);
        List<String> names = List.of(
                Accounts.PENDING,
                Accounts.bucket("trip"),
                Accounts.CONTRIBUTIONS,
                Accounts.DISPUTED,
                Accounts.inFlood("sea"));
        for (String debit : names) {
            for (String credit : names) {
                if (!debit.equals(credit)) {
                    shelf.fill(credit);
                    shelf.book(debit, credit, 1);
                }
            }
        }
        for (Flow flow : Flow.values()) {
            assertThat(shelf.read.found(shelf.book, Long.MAX_VALUE, shelf.filter("", flow.name(), ""), 200))
                    .allMatch(entry -> Flow.of(entry.debit(), entry.credit()) == flow);
        }
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    /** One book. */
    private static final class Shelf {
        private final TestClock clock = new TestClock();
        private final IdSource ids = new IdSource(clock, new SecureRandom());
        private final TestDatabase db;
        private final Ledger ledger;
        private final ReadFlows read;
        private final SumMonths sum;
        private final UUID book = ids.newId();

        private Shelf(TestDatabase db) {
            this.db = db;
            LedgerStore books = db.store(SqlLedgerStore.class);
            FlowStore flows = db.store(SqlFlowStore.class);
            ledger = new Ledger(books, ids);
            read = new ReadFlows(flows, books);
            sum = new SumMonths(db.transactions(), flows, books);
            db.transactions().inTransaction(() -> ledger.openBook(book, EUR, clock.instant()));
        }

        private YearMonth month() {
            return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        }

        private void fill(String account) {
            if (Accounts.isGuarded(account)) {
                book(account, "income:test", 10);
            }
        }

        private void book(String debit, String credit, long minor) {
            book(debit, credit, minor, "a test");
        }

        private void book(String debit, String credit, long minor, String memo) {
            Transfer transfer = new Transfer(debit, credit, eur(minor), memo);
            db.transactions()
                    .inTransaction(() -> ledger.post(new Posting(
                            book, new Cause("test", ids.newId()), clock.instant(), "processor", List.of(transfer))));
        }

        private EntryFilter filter(String text, String flow, String account) {
            return new EntryFilter(
                    text,
                    flow.isEmpty() ? Optional.empty() : Optional.of(Flow.valueOf(flow)),
                    account.isEmpty() ? Optional.empty() : Optional.of(account),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private List<Long> found(String text, String flow, String account) {
            return read.found(book, Long.MAX_VALUE, filter(text, flow, account), 100).stream()
                    .map(Entry::seq)
                    .toList();
        }
    }
}
