package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.ledger.CausePages;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.domain.Contribution;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class SqlCausePagesTest {
    @EveryDatabase
    void whateverHappensToAContributionLeadsToItsPage(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = house.start.start(ana, house.guestOrder(2000));
        house.pay(given).forEach(house::deliver);
        house.fill(5000);
        Cause filled = newest(db, house).cause();
        house.requestRefund.request(
                ana,
                new RequestRefund.Wish(house.ids.newId(), given.id(), Optional.of(Money.of(500, "EUR")), "by mistake"));
        house.work();
        String payment = house.present(given).payment().orElseThrow().id();
        for (DisputeFact.State state : List.of(DisputeFact.State.OPEN, DisputeFact.State.LOST)) {
            house.db.transactions().inTransaction(() -> house.facts.dispute(taken(payment, state)));
        }
        UUID book = house.pool.id();
        List<Entry> entries = db.store(SqlLedgerStore.class).entriesAfter(book, 0, 100);
        Map<Cause, CausePages.Links> links =
                new SqlCausePages(db.jdbi(), house.bodies).of(Caller.guest("g"), book, entries);
        String page = "/contributions/" + given.id();
        assertThat(links.entrySet().stream()
                        .filter(link -> link.getValue().page().equals(page))
                        .map(link -> link.getKey().kind()))
                .contains("contribution", "settlement", "available", "refund", "dispute-taken", "dispute-lost");
        assertThat(entries)
                .extracting(Entry::cause)
                .filteredOn(cause -> !links.containsKey(cause))
                .as("what leads nowhere is not linked")
                .singleElement()
                .isEqualTo(filled);
        assertThat(new SqlCausePages(db.jdbi(), house.bodies).of(Caller.guest("g"), book, List.of()))
                .isEmpty();
    }

    @EveryDatabase
    void whatMakesUpForAShortfallLeadsToWhatTookTheMoneyAndASettlementToWhoHoldsIt(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        UUID book = house.pool.id();
        Contribution earlier = house.start.start(house.member("Ben"), house.guestOrder(700));
        house.pay(earlier).forEach(house::deliver);
        Contribution taken = house.start.start(house.member("Ana"), house.guestOrder(2000));
        house.pay(taken).forEach(house::deliver);
        move(house, "payout-paid", Accounts.PAYOUTS, house.cents(Accounts.AVAILABLE));
        String payment = house.present(taken).payment().orElseThrow().id();
        house.db.transactions().inTransaction(() -> house.facts.dispute(taken(payment, DisputeFact.State.OPEN)));
        assertThat(house.cents(Accounts.SHORTFALL)).isEqualTo(3000);
        house.fill(5000);
        house.work();
        assertThat(house.cents(Accounts.SHORTFALL)).isZero();
        move(house, "custody-settled", Accounts.OWED_TO_OPERATOR, 1);
        List<Entry> entries = db.store(SqlLedgerStore.class).entriesAfter(book, 0, 100);
        Map<String, String> pages = new HashMap<>();
        new SqlCausePages(db.jdbi(), house.bodies)
                .of(Caller.guest("g"), book, entries)
                .forEach((cause, links) -> pages.put(cause.kind(), links.page()));
        assertThat(pages)
                .containsEntry("shortfall-repaid", "/contributions/" + taken.id())
                .containsEntry("custody-settled", "/pools/sunday-readers/custody");
    }

    private static void move(MoneyHouse house, String kind, String debit, long cents) {
        Transfer transfer = new Transfer(debit, Accounts.AVAILABLE, Money.of(cents, "EUR"), "a test");
        house.db
                .transactions()
                .inTransaction(() -> house.ledger.post(new Posting(
                        house.pool.id(),
                        new Cause(kind, house.ids.newId()),
                        house.clock.instant(),
                        "operator",
                        List.of(transfer))));
    }

    private static Entry newest(TestDatabase db, MoneyHouse house) {
        List<Entry> entries = db.store(SqlLedgerStore.class).entriesAfter(house.pool.id(), 0, 100);
        return entries.get(entries.size() - 1);
    }

    private static DisputeFact taken(String payment, DisputeFact.State state) {
        return new DisputeFact(
                "dp_1",
                payment,
                1500,
                Currency.getInstance("EUR"),
                state,
                "fraudulent",
                Optional.empty(),
                List.of(new DisputeFact.Movement("txn_dp_1", -1500, 1500)),
                Optional.empty());
    }
}
