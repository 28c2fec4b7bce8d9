package coop.pools.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.PayoutState;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.ReconcilingHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.ReadLists;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.sql.SqlCursorStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class StopDifferingTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @EveryDatabase
    void aContributionThatTheProcessorDoesNotListStopsPayoutsOfItsBookAlone(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        house.money.deliver(
                StripeEvents.paid("evt_1", house.money.started(2_000).id(), "pi_nowhere", 2_000, "eur"));
        UUID other = house.money.ids.newId();
        house.money.ledger.openBook(other, EUR, house.money.clock.instant());
        assertThat(house.compared().result()).isEqualTo(Run.Result.DIFFERENT);
        assertThat(stops(house)).as("it may come yet").isEmpty();

        house.compared();
        assertThat(stops(house)).containsExactly(Freeze.Reason.PROCESSOR);
        assertThat(house.money.freezes.of(house.money.pool.id()).get(0).detail())
                .isEqualTo("The book has a movement (charge) that the card processor does not list");
        assertThat(house.money.freezes.of(other)).isEmpty();
        assertThatThrownBy(() -> house.payOut(1_000))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code().name()).isEqualTo("BOOK_FROZEN"));
    }

    @EveryDatabase
    void payoutsGoOnByThemselvesWhenBothTellTheSame(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution paid = house.paid(5_000);
        db.jdbi().useHandle(handle -> handle.execute("update contribution set amount = 5100 where id = ?", paid.id()));
        house.compared();
        house.compared();
        assertThat(stops(house)).containsExactly(Freeze.Reason.PROCESSOR);
        db.jdbi().useHandle(handle -> handle.execute("update contribution set amount = 5000 where id = ?", paid.id()));
        house.compared();
        assertThat(stops(house)).isEmpty();
        assertThat(house.payOut(1_000).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void aDifferenceThatComesBackGetsItsTimeAnew(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution paid = house.paid(5_000);
        for (int time = 0; time < 2; time++) {
            db.jdbi()
                    .useHandle(
                            handle -> handle.execute("update contribution set fee = fee - 1 where id = ?", paid.id()));
            house.compared();
            assertThat(house.differences()).hasSize(1);
            assertThat(stops(house)).isEmpty();
            db.jdbi()
                    .useHandle(
                            handle -> handle.execute("update contribution set fee = fee + 1 where id = ?", paid.id()));
            house.compared();
        }
        assertThat(stops(house)).isEmpty();
    }

    @EveryDatabase
    void whenTheOperatorTakesMoneyOfPoolsAllPayoutsStopUntilItIsBack(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        house.besides.add(movement("txn_a", "topup", 700));
        house.besides.add(movement("txn_b", "payout", -700));
        assertThat(house.compared().result()).as("their own").isEqualTo(Run.Result.EXACT);

        house.besides.add(movement("txn_c", "payout", -1));
        Run run = house.compared();
        assertThat(run.result()).isEqualTo(Run.Result.DIFFERENT);
        assertThat(run.totals().get(0).lacking()).isEqualTo(Money.of(1, "EUR"));
        assertThat(run.totals().get(0).unexplained()).isEqualTo(Money.zero(EUR));
        assertThat(stops(house)).as("found once").isEmpty();

        house.compared();
        assertThat(stops(house)).containsExactly(Freeze.Reason.PROCESSOR);
        house.besides.add(movement("txn_d", "topup", 1));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        assertThat(stops(house)).isEmpty();
    }

    @EveryDatabase
    void whatNobodyKnowsOfHasTakenMoneyOfAll(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        house.besides.add(movement("txn_a", "transfer", -400));
        house.compared();
        assertThat(house.read.latest().orElseThrow().totals().get(0).lacking()).isEqualTo(Money.of(400, "EUR"));
        house.compared();
        assertThat(stops(house)).containsExactly(Freeze.Reason.PROCESSOR);
    }

    @EveryDatabase
    void whatNobodyKnowsOfAndCameInStopsNothing(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        house.besides.add(movement("txn_a", "moon_dust", 400));
        house.compared();
        house.compared();
        assertThat(house.differences()).hasSize(1);
        assertThat(stops(house)).isEmpty();
    }

    @EveryDatabase
    void theOperatorMayTakeWhatTheirOwnBookHolds(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        UUID operators = givenToOperator(house, 300);
        db.jdbi()
                .useHandle(handle ->
                        handle.execute("insert into operator (id, slug, name) values (?, 'eur', 'Ours')", operators));
        house.besides.add(movement("txn_a", "payout", -300));
        Run run = house.compared();
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        assertThat(run.totals().get(0).platform()).isEqualTo(Money.of(-300, "EUR"));

        house.besides.add(movement("txn_b", "payout", -1));
        assertThat(house.compared().totals().get(0).lacking()).isEqualTo(Money.of(1, "EUR"));
        house.compared();
        assertThat(stops(house)).containsExactly(Freeze.Reason.PROCESSOR);
        assertThat(house.money.freezes.of(operators))
                .as("the operator's own book pays nobody")
                .isEmpty();
    }

    @EveryDatabase
    void twoComparisonsInOneMomentAreOne(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        house.besides.add(movement("txn_a", "payout", -1));
        house.compared();
        assertThat(house.comparedAtOnce().totals().get(0).lacking()).isEqualTo(Money.of(1, "EUR"));
        assertThat(stops(house)).isEmpty();
    }

    @EveryDatabase
    void whatAStrangerBroughtAndTookBackStopsNothingButForItsFee(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        house.besides.add(ofAStranger("txn_1", "charge", 5_000, 0));
        house.besides.add(ofAStranger("txn_2", "dispute", -5_000, 0));
        house.compared();
        house.compared();
        assertThat(stops(house)).isEmpty();
        house.besides.add(ofAStranger("txn_3", "dispute", 0, 15));
        assertThat(house.compared().totals().get(0).lacking()).isEqualTo(Money.of(15, "EUR"));
    }

    @EveryDatabase
    void aDebitThatABankIsWorkingOnOrThatFailsStopsNothing(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        UUID guest = house.money.started(100).id();
        house.besides.add(byBank(guest, "txn_1", "charge", 100));
        house.compared();
        house.compared();
        assertThat(house.differences()).as("it is shown").hasSize(1);
        assertThat(stops(house)).isEmpty();
        house.besides.add(byBank(guest, "txn_2", "charge_failure", -100));
        house.compared();
        assertThat(house.compared().totals().get(0).lacking()).isEqualTo(Money.zero(EUR));
        assertThat(stops(house)).isEmpty();
    }

    @EveryDatabase
    void anArrivalThatCannotBeTakenHoldsUpNoComparison(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(5_000);
        UUID reference = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        Instant at = house.money.clock.instant();
        house.besides.add(new BalanceTransaction(
                "txn_t",
                "topup",
                Optional.of("tu_1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Flood ref 123E4567E89B12D3A456426614174000",
                100,
                0,
                100,
                EUR,
                at,
                at));
        List<UUID> tried = new ArrayList<>();
        house.awaiting = new Arrivals() {
            @Override
            public Optional<Instant> newest() {
                return Optional.of(at);
            }

            @Override
            public Optional<UUID> namedIn(String words) {
                return HandOver.numbersIn(words).stream()
                        .filter(reference::equals)
                        .findFirst();
            }

            @Override
            public Taken take(ProcessorMovement movement, UUID named) {
                tried.add(named);
                throw new Refused(CommonRefusal.TRY_AGAIN);
            }

            @Override
            public void tellOther(ProcessorMovement movement, UUID named) {}

            @Override
            public List<Money> awaited(UUID named) {
                return List.of();
            }

            @Override
            public Back takeBack(ProcessorMovement back, String topUp, UUID named) {
                return Back.NOTHING;
            }
        };
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        assertThat(tried).containsExactly(reference);
    }

    private static BalanceTransaction ofAStranger(String id, String category, long amount, long fee) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new BalanceTransaction(
                id, category, Optional.of("ch_1"), Optional.of("pi_x"), amount, fee, amount - fee, EUR, at, at);
    }

    private static BalanceTransaction byBank(UUID contribution, String id, String category, long amount) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new BalanceTransaction(
                id,
                category,
                Optional.of("py_1"),
                Optional.of("pi_bank"),
                Optional.empty(),
                Optional.of(contribution.toString()),
                "",
                amount,
                0,
                amount,
                EUR,
                at,
                at);
    }

    @EveryDatabase
    void ofAnAccountThatCannotBeReadNothingIsSaid(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        String account = house.money
                .processor
                .createPoolAccount(
                        new PayeeRequest(house.money.pool.id().toString(), "Readers", Optional.empty(), "DE", EUR))
                .accountId();
        house.money.sandbox.completeOnboarding(account).forEach(house.money::deliver);
        house.money.accounts = pool -> Optional.of(account);
        house.paid(2_000);
        house.own.add(new OwnAccounts.Own(house.money.pool.id(), account, true));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        for (int i = 0; i < 3; i++) {
            house.money.clock.advance(Duration.ofMinutes(16));
            assertThat(new ReadLists(db.transactions(), db.store(SqlCursorStore.class), house.money.clock)
                            .take("movements:" + account, true))
                    .as("somebody else is at it")
                    .isPresent();
            house.comparedAtOnce();
        }
        assertThat(house.differences()).isEmpty();
        assertThat(stops(house)).isEmpty();
    }

    private static List<Freeze.Reason> stops(ReconcilingHouse house) {
        return house.money.freezes.of(house.money.pool.id()).stream()
                .map(Freeze::reason)
                .toList();
    }

    /** What a payment brought for the operator, in a book of its own. */
    private static UUID givenToOperator(ReconcilingHouse house, long minor) {
        UUID book = house.money.ids.newId();
        Instant now = house.money.clock.instant();
        house.money.ledger.openBook(book, EUR, now);
        Cause cause = new Cause("contribution", book);
        Money part = Money.of(minor, "EUR");
        house.money.ledger.post(new Posting(
                house.money.pool.id(),
                cause,
                now,
                "processor",
                List.of(new Transfer(Accounts.PAYOUTS, Accounts.AVAILABLE, part, "Asked for by the operator"))));
        house.money.ledger.post(new Posting(
                book,
                cause,
                now,
                "processor",
                List.of(new Transfer(Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, part, "Asked for"))));
        return book;
    }

    private static BalanceTransaction movement(String id, String category, long amount) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new BalanceTransaction(id, category, Optional.empty(), Optional.empty(), amount, 0, amount, EUR, at, at);
    }
}
