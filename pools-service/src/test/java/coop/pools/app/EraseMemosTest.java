package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Scope;
import coop.pools.ledger.EraseMemos;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.ledger.sql.SqlMemoStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.StartContribution;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class EraseMemosTest {
    @EveryDatabase
    void onesOwnWordsAreErasedAndNobodyElses(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Caller ben = house.member("Ben");
        contribute(house, ana);
        contribute(house, ben);
        EraseMemos erase = erase(db, house);
        long before =
                entries(db, house).stream().filter(e -> e.memo().isPresent()).count();

        int erased = erase.erase(ana);
        assertThat(erased).isPositive();
        List<Entry> entries = entries(db, house);
        assertThat(entries).filteredOn(Entry::isErased).hasSize(erased);
        assertThat(entries).filteredOn(e -> e.memo().isPresent()).hasSize((int) before - erased);
        Verdict verdict = new VerifyBook(
                        db.transactions(), db.store(SqlLedgerStore.class), db.store(SqlHeadStore.class))
                .verify(house.pool.id());
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.erased()).isEqualTo(erased);
        assertThat(erase.erase(ana)).isZero();
        assertThat(house.contributions.ofPerson(ana.person().orElseThrow(), 10))
                .allSatisfy(one -> assertThat(one.payer().name()).isEmpty());
        assertThat(house.contributions.ofPerson(ben.person().orElseThrow(), 10))
                .allSatisfy(one -> assertThat(one.payer().name()).isEqualTo("Ben"));
        assertThat(erase.erase(ben)).isEqualTo((int) before - erased);
    }

    @EveryDatabase
    void onlyAWholeCallerErases(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        EraseMemos erase = erase(db, house);
        assertThatThrownBy(() -> erase.erase(Caller.guest("browser"))).hasMessage("SIGN_IN_REQUIRED");
        Caller token = Caller.of(house.member("Ana").person().orElseThrow(), Set.of(Scope.READ));
        assertThatThrownBy(() -> erase.erase(token)).hasMessage("SCOPE_MISSING");
    }

    @EveryDatabase
    void noMemoIsDeletedOrChangedInAnyOtherWay(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        contribute(house, house.member("Ana"));
        for (String statement : List.of("delete from memo", "update memo set text = 'x'")) {
            assertThatThrownBy(() -> db.jdbi().useHandle(handle -> handle.execute(statement)))
                    .as(statement)
                    .hasMessageContaining("memo is deleted only by an erasure");
        }
    }

    private static EraseMemos erase(TestDatabase db, MoneyHouse house) {
        return new EraseMemos(
                db.transactions(), db.store(SqlMemoStore.class), new SqlPersonCauses(db.jdbi()), house.clock);
    }

    private static void contribute(MoneyHouse house, Caller who) {
        StartContribution.Order order = new StartContribution.Order(
                house.ids.newId(), "sunday-readers", Money.of(2500, "EUR"), "", Optional.empty());
        house.pay(house.start.start(who, order)).forEach(house::deliver);
        house.work();
    }

    private static List<Entry> entries(TestDatabase db, MoneyHouse house) {
        return db.store(SqlLedgerStore.class).entriesAfter(house.pool.id(), 0, 100);
    }
}
