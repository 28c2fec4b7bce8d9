package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.bylaws.domain.EditionId;
import coop.pools.bylaws.sql.SqlBylawsStore;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

class SqlInnerCausesTest {
    private static final String SETTLED = "custody-settled";

    @EveryDatabase
    void anEntryOfAnEarlierChangeOfCustodyKeepsItsVoteAfterAnother(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.fill(5000);
        bylaws(house, 1, "the operator", Optional.empty());
        settle(house);
        UUID first = house.ids.newId();
        UUID second = house.ids.newId();
        house.clock.advance(Duration.ofDays(1));
        bylaws(house, 2, "their own account", Optional.of(first));
        house.clock.advance(Duration.ofDays(1));
        bylaws(house, 3, "their own account", Optional.of(house.ids.newId()));
        settle(house);
        house.clock.advance(Duration.ofDays(1));
        bylaws(house, 4, "the operator", Optional.of(second));
        settle(house);
        List<Entry> entries = db.store(SqlLedgerStore.class).entriesAfter(house.pool.id(), 0, 100);
        Map<Cause, CausePages.Links> links =
                new SqlCausePages(db.jdbi(), house.bodies).of(Caller.guest("g"), house.pool.id(), entries);
        assertThat(entries.stream()
                        .map(Entry::cause)
                        .filter(cause -> cause.kind().equals(SETTLED))
                        .map(cause -> links.get(cause).vote()))
                .as("nobody had voted, then the one vote held, then the other; a change of rules is none")
                .containsExactly(
                        Optional.empty(), Optional.of("/proposals/" + first), Optional.of("/proposals/" + second));
    }

    @EveryDatabase
    void whatMakesUpForSeveralShortfallsLeadsToEachByOneQuestion(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.fill(100);
        UUID[] takers = {house.ids.newId(), house.ids.newId()};
        for (UUID taker : takers) {
            post(house, new Cause("payout-paid", taker), Accounts.PAYOUTS, Accounts.SHORTFALL);
            post(house, new Cause("shortfall-repaid", house.ids.newId()), Accounts.SHORTFALL, Accounts.AVAILABLE);
        }
        List<Entry> entries = db.store(SqlLedgerStore.class).entriesAfter(house.pool.id(), 0, 100);
        List<String> asked = new ArrayList<>();
        Map<Cause, Cause> found = new HashMap<>();
        db.jdbi().useHandle(handle -> {
            handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                    asked.add(context.getRenderedSql());
                }
            });
            found.putAll(new SqlInnerCauses(house.bodies).takers(handle, house.pool.id(), entries));
        });
        assertThat(entries.stream()
                        .map(Entry::cause)
                        .filter(cause -> cause.kind().equals("shortfall-repaid"))
                        .map(cause -> found.get(cause).id()))
                .containsExactly(takers);
        assertThat(asked).hasSize(1);
    }

    private static void bylaws(MoneyHouse house, int version, String custodian, Optional<UUID> vote) {
        AgreementFacts facts = new AgreementFacts(
                "Readers", "Books", Currency.getInstance("EUR"), custodian, LocalDate.parse("2026-01-01"));
        house.db
                .store(SqlBylawsStore.class)
                .insert(new BylawsVersion(
                        house.pool.id(),
                        version,
                        new EditionId("una", "v1"),
                        facts,
                        Map.of(),
                        "",
                        "0".repeat(64),
                        house.clock.instant(),
                        vote));
    }

    private static void settle(MoneyHouse house) {
        post(house, new Cause(SETTLED, house.ids.newId()), Accounts.OWED_TO_OPERATOR, Accounts.AVAILABLE);
    }

    private static void post(MoneyHouse house, Cause cause, String debit, String credit) {
        Transfer transfer = new Transfer(debit, credit, Money.of(1, "EUR"), "a test");
        house.db
                .transactions()
                .inTransaction(() -> house.ledger.post(
                        new Posting(house.pool.id(), cause, house.clock.instant(), "operator", List.of(transfer))));
    }
}
