package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RefundingTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Contribution paid(MoneyHouse house, Caller ana, long cents) {
        Contribution started = house.start.start(ana, house.guestOrder(cents));
        house.pay(started).forEach(house::deliver);
        return house.present(started);
    }

    private static CardRefund ask(MoneyHouse house, Caller who, Contribution of, long cents) {
        return house.requestRefund.request(
                who,
                new RequestRefund.Wish(house.ids.newId(), of.id(), Optional.of(Money.of(cents, "EUR")), "by mistake"));
    }

    private static CardRefund present(MoneyHouse house, CardRefund refund) {
        return house.db
                .transactions()
                .inTransaction(() -> house.chargeStore.lockRefund(refund.id()))
                .orElseThrow();
    }

    @EveryDatabase
    void aGuestTakesBackByTheirLinkAndNobodyElseDoes(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller guest = Caller.guest("the browser");
        Contribution given = paid(house, guest, 2000);
        Contribution another = paid(house, guest, 1000);
        house.guestLinks.remember(guest, given);
        assertThat(house.guestLinks.make(Caller.guest("another browser"), given))
                .isEmpty();
        assertThat(house.guestLinks.make(house.member("Ben"), given)).isEmpty();
        String lost = house.guestLinks.make(guest, given).orElseThrow();
        String secret = house.guestLinks.make(guest, given).orElseThrow();
        assertThat(secret).hasSizeGreaterThan(40).isNotEqualTo(lost);

        assertThatThrownBy(() -> ask(house, guest, given, 500)).hasMessage("SIGN_IN_REQUIRED");
        assertThatThrownBy(() -> byLink(house, lost, given, 500))
                .as("a new link ends the one before")
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> byLink(house, "", given, 500)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> byLink(house, secret, another, 500)).hasMessage("NOT_FOUND");
        assertThat(house.requestRefund.offerByLink(lost, given)).isEmpty();
        assertThat(house.requestRefund.offerByLink(secret, given).orElseThrow().most())
                .isEqualTo(Money.of(1945, "EUR"));
        byLink(house, secret, given, 500);
        house.work();
        assertThat(house.present(given).state()).isEqualTo(ContributionState.PARTLY_REFUNDED);
        house.clock.advance(Duration.ofDays(15));
        assertThatThrownBy(() -> byLink(house, secret, given, 500)).hasMessage("REFUND_WINDOW_OVER");
        assertThat(house.requestRefund.offerByLink(secret, given)).isEmpty();
    }

    private static CardRefund byLink(MoneyHouse house, String secret, Contribution of, long cents) {
        return house.requestRefund.requestByLink(
                secret,
                new RequestRefund.Wish(house.ids.newId(), of.id(), Optional.of(Money.of(cents, "EUR")), "by mistake"));
    }

    @EveryDatabase
    void aGiverTakesPartBackAndThenTheRestThatIsThere(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        CardRefund first = ask(house, ana, given, 500);
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(500);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
        house.work();
        assertThat(present(house, first).state()).isEqualTo(CardRefund.State.SUCCEEDED);
        assertThat(house.present(given).state()).isEqualTo(ContributionState.PARTLY_REFUNDED);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(1500);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(2000 - 55 - 500);
        assertThatThrownBy(() -> ask(house, ana, given, 1446)).hasMessage("REFUND_TOO_MUCH");
        ask(house, ana, given, 1445);
        house.work();
        assertThat(house.cents(Accounts.AVAILABLE)).isZero();
        assertThat(house.cents(Accounts.SHORTFALL)).isZero();
        assertThat(house.told).extracting(notice -> notice.kind()).contains("CONTRIBUTION_PAID", "REFUND_PAID");
    }

    @EveryDatabase
    void onlyWholeStepsOfACurrencyGoBack(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.anotherPool("souk", "KWD");
        Caller ana = house.member("Ana");
        Contribution given = house.start.start(
                ana,
                new StartContribution.Order(house.ids.newId(), "souk", Money.of(10_000, "KWD"), "", Optional.empty()));
        house.pay(given).forEach(house::deliver);
        Contribution paid = house.present(given);
        Money most = house.requestRefund.offer(ana, paid).orElseThrow().most();
        assertThat(most.minorUnits() % 10).isZero();
        RequestRefund.Wish odd = new RequestRefund.Wish(
                house.ids.newId(), given.id(), Optional.of(Money.of(1_005, "KWD")), "by mistake");
        assertThatThrownBy(() -> house.requestRefund.request(ana, odd)).hasMessage("AMOUNT_NOT_A_MULTIPLE");
        RequestRefund.Wish all = new RequestRefund.Wish(house.ids.newId(), given.id(), Optional.empty(), "");
        assertThat(house.requestRefund.request(ana, all).amount()).isEqualTo(most);
    }

    @EveryDatabase
    void theSameFormSentTwiceMakesOneRefund(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        UUID id = house.ids.newId();
        RequestRefund.Wish wish = new RequestRefund.Wish(id, given.id(), Optional.of(Money.of(300, "EUR")), "");
        house.requestRefund.request(ana, wish);
        assertThat(house.requestRefund.request(ana, wish).id()).isEqualTo(id);
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(300);
        RequestRefund.Wish other = new RequestRefund.Wish(id, given.id(), Optional.of(Money.of(301, "EUR")), "");
        assertThatThrownBy(() -> house.requestRefund.request(ana, other)).hasMessage("REFUND_EXISTS");
    }

    @EveryDatabase
    void nobodyElseAndNobodyTooLateTakesItBack(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        assertThatThrownBy(() -> ask(house, house.member("Ben"), given, 100)).hasMessage("NOT_YOUR_CONTRIBUTION");
        assertThatThrownBy(() -> ask(house, Caller.guest("browser"), given, 100))
                .hasMessage("SIGN_IN_REQUIRED");
        assertThat(house.requestRefund.offer(house.member("Ben"), given)).isEmpty();
        assertThat(house.requestRefund.offer(ana, given).orElseThrow().most()).isEqualTo(Money.of(1945, "EUR"));
        house.clock.advance(Duration.ofDays(15));
        assertThatThrownBy(() -> ask(house, ana, given, 100)).hasMessage("REFUND_WINDOW_OVER");
        assertThat(house.requestRefund.offer(ana, given)).isEmpty();
    }

    @EveryDatabase
    void whatIsSpentOrSetAsideDoesNotGoBack(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        spend(house, 1845);
        assertThatThrownBy(() -> ask(house, ana, given, 101)).hasMessage("REFUND_NOT_COVERED");
        ask(house, ana, given, 100);
        assertThat(house.cents(Accounts.AVAILABLE)).isZero();
        assertThat(house.cents(Accounts.SHORTFALL)).isZero();
    }

    private static void spend(MoneyHouse house, long cents) {
        house.db
                .transactions()
                .inTransaction(() -> house.ledger.post(new Posting(
                        house.pool.id(),
                        new Cause("payout-reserved", house.ids.newId()),
                        house.clock.instant(),
                        "processor",
                        List.of(new Transfer(
                                Accounts.RESERVED, Accounts.AVAILABLE, Money.of(cents, "EUR"), "spent")))));
    }

    @EveryDatabase
    void aLostAnswerIsAskedForAgainAndMakesOneRefund(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        house.faulty.breakNext("refund", Fault.ANSWER_LOST, Fault.LOST);
        CardRefund refund = ask(house, ana, given, 400);
        house.work();
        assertThat(present(house, refund).state()).isEqualTo(CardRefund.State.RESERVED);
        for (int i = 0; i < 3; i++) {
            house.clock.advance(Duration.ofMinutes(10));
            house.work();
        }
        assertThat(present(house, refund).state()).isEqualTo(CardRefund.State.SUCCEEDED);
        assertThat(house.faulty.calls("refund")).hasSize(3);
        assertThat(house.sandbox
                        .readPayment(refund.paymentId(), Optional.empty())
                        .orElseThrow()
                        .refunds())
                .hasSize(1);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(1600);
    }

    @EveryDatabase
    void anOldKeyIsLookedUpBeforeItIsUsedAgain(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        house.faulty.breakNext("refund", Fault.ANSWER_LOST);
        CardRefund refund = ask(house, ana, given, 400);
        house.work();
        house.clock.advance(Duration.ofHours(24));
        house.work();
        assertThat(house.faulty.calls("refund")).hasSize(1);
        assertThat(house.faulty.calls("findRefund")).hasSize(1);
        assertThat(present(house, refund).state()).isEqualTo(CardRefund.State.SUCCEEDED);
    }

    @EveryDatabase
    void aRefusedRefundGivesBackWhatWasSetAside(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        house.faulty.breakNext("refund", Fault.REFUSED);
        CardRefund refund = ask(house, ana, given, 400);
        house.work();
        assertThat(present(house, refund).state()).isEqualTo(CardRefund.State.FAILED);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        assertThat(house.present(given).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.told).extracting(notice -> notice.kind()).contains("REFUND_FAILED");
    }

    @EveryDatabase
    void aDisputeWhileARefundIsSetAsideCostsTheMoneyOnce(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        house.fill(5000);
        // The others have money enough, but the card fee is not theirs to pay.
        assertThatThrownBy(() -> ask(house, ana, given, 1946)).hasMessage("REFUND_TOO_MUCH");
        CardRefund refund = ask(house, ana, given, 1945);
        DisputeFact taken = disputed(refund.paymentId(), DisputeFact.State.OPEN);
        house.db.transactions().inTransaction(() -> house.facts.dispute(taken));
        house.faulty.breakNext("refund", Fault.REFUSED);
        house.work();
        assertThat(present(house, refund).state()).isEqualTo(CardRefund.State.FAILED);
        house.db
                .transactions()
                .inTransaction(() -> house.facts.dispute(disputed(refund.paymentId(), DisputeFact.State.LOST)));
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(5000 - 55 - 1500);
        assertThat(house.cents(Accounts.OWED_BY_CONTRIBUTORS)).isEqualTo(2000);
        assertThat(house.cents(Accounts.DISPUTED)).isZero();
        assertThat(house.present(given).state()).isEqualTo(ContributionState.DISPUTED);
        assertThatThrownBy(() -> ask(house, ana, given, 1)).hasMessage("REFUND_DISPUTED");
        assertThat(house.told).extracting(notice -> notice.kind()).contains("DISPUTE_OPEN", "DISPUTE_LOST");
    }

    private static DisputeFact disputed(String payment, DisputeFact.State state) {
        return new DisputeFact(
                "dp_1",
                payment,
                2000,
                EUR,
                state,
                "fraudulent",
                Optional.empty(),
                List.of(new DisputeFact.Movement("txn_dp_1", -2000, 1500)),
                Optional.empty());
    }

    @EveryDatabase
    void whatThePoolLacksStopsPayoutsAndIsRepaidByTheNextMoney(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        spend(house, 1945);
        String payment = given.payment().orElseThrow().id();
        house.db.transactions().inTransaction(() -> house.facts.dispute(disputed(payment, DisputeFact.State.OPEN)));
        assertThat(house.cents(Accounts.SHORTFALL)).isEqualTo(3500);
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(1945);
        assertThat(house.freezes.isFrozen(house.pool.id())).isTrue();
        paid(house, house.member("Ben"), 2000);
        assertThat(house.cents(Accounts.SHORTFALL)).isEqualTo(3500 - 1945);
        assertThat(house.cents(Accounts.AVAILABLE)).isZero();
        assertThat(house.freezes.isFrozen(house.pool.id())).isTrue();
        paid(house, house.member("Chi"), 2000);
        assertThat(house.cents(Accounts.SHORTFALL)).isZero();
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(2 * 1945 - 3500);
        assertThat(house.freezes.isFrozen(house.pool.id())).isFalse();
    }

    @EveryDatabase
    void otherMoneyMakesUpForWhatIsLackingToo(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution given = paid(house, house.member("Ana"), 2000);
        spend(house, 1945);
        String payment = given.payment().orElseThrow().id();
        house.db.transactions().inTransaction(() -> house.facts.dispute(disputed(payment, DisputeFact.State.OPEN)));
        house.fill(4000);
        house.work();
        assertThat(house.cents(Accounts.SHORTFALL)).isZero();
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(500);
        assertThat(house.freezes.isFrozen(house.pool.id())).isFalse();
    }

    @EveryDatabase
    void manyRefundsAtOnceTakeNoMoreThanThereIs(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        List<Callable<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            asked.add(() -> {
                try {
                    ask(house, ana, given, 300);
                    return true;
                } catch (Refused refused) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int made = 0;
        for (Future<Boolean> one : threads.invokeAll(asked)) {
            made += one.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(made).isEqualTo(6);
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(1800);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(145);
        house.work();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(200);
    }

    @EveryDatabase
    void theAnswerAndTheEventAtTheSameMomentBookOneRefund(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana, 2000);
        CardRefund refund = ask(house, ana, given, 700);
        RefundFact fact = new RefundFact(
                "re_sandbox_" + refund.id(),
                refund.paymentId(),
                Optional.of(refund.id().toString()),
                700,
                EUR,
                RefundFact.State.SUCCEEDED,
                Optional.of("txn_1"),
                Optional.empty(),
                Optional.empty());
        List<Callable<Verdict>> told = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            told.add(() -> house.db.transactions().inTransaction(() -> house.facts.refund(fact)));
        }
        told.add(() -> {
            house.work();
            return Verdict.applied();
        });
        ExecutorService threads = Executors.newFixedThreadPool(9);
        for (Future<Verdict> one : threads.invokeAll(told)) {
            assertThat(one.get()).isEqualTo(Verdict.applied());
        }
        threads.shutdown();
        assertThat(house.booked("refund", refund.id())).isEqualTo(1);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(1300);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
    }
}
