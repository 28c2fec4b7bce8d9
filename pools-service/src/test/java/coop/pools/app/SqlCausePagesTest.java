package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.ledger.CausePages;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.domain.Contribution;
import java.util.Currency;
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
