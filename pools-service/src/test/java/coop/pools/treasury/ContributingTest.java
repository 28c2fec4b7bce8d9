package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.ledger.domain.Accounts;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import coop.pools.treasury.domain.Expected;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class ContributingTest {
    private static final Caller GUEST = Caller.guest("browser");

    @EveryDatabase
    void aGuestPaysAndThePoolHasTheRestAfterTheFee(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        assertThat(started.page().orElseThrow().url()).startsWith("https://pools.example/sandbox/checkout/");
        house.pay(started).forEach(house::deliver);
        Contribution paid = house.present(started);
        assertThat(paid.state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(paid.settlement().orElseThrow().fee()).isEqualTo(Money.of(55, "EUR"));
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        assertThat(house.cents(Accounts.PENDING)).isZero();
        assertThat(house.cents(Accounts.CARD_FEES)).isEqualTo(55);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
    }

    @EveryDatabase
    void theBookNamesTheMember(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.start.start(house.member("Ana Kr\u00fcger"), house.guestOrder(500));
        house.pay(started).forEach(house::deliver);
        assertThat(house.ledger
                        .entriesOf(house.pool.id(), "contribution", started.id())
                        .get(0)
                        .memo()
                        .orElseThrow()
                        .text())
                .isEqualTo("From Ana Kr\u00fcger");
    }

    @EveryDatabase
    void aDoubleClickMakesOneContributionWithOnePage(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        StartContribution.Order order = house.guestOrder(2000);
        Contribution first = house.start.start(GUEST, order);
        Contribution second = house.start.start(GUEST, order);
        assertThat(second).isEqualTo(first);
    }

    @EveryDatabase
    void anIdIsNotReusedForAnotherAmountOrPerson(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        StartContribution.Order order = house.guestOrder(2000);
        house.start.start(GUEST, order);
        StartContribution.Order more =
                new StartContribution.Order(order.id(), "sunday-readers", Money.of(2001, "EUR"), "", Optional.empty());
        assertThatThrownBy(() -> house.start.start(GUEST, more)).hasMessage("CONTRIBUTION_EXISTS");
        assertThatThrownBy(() -> house.start.start(house.member("Ana"), order)).hasMessage("CONTRIBUTION_EXISTS");
    }

    @EveryDatabase
    void amountsOutsideTheProcessorsLimitsAreRefused(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        assertThatThrownBy(() -> house.started(49)).hasMessage("AMOUNT_TOO_SMALL");
        assertThatThrownBy(() -> house.started(100_000_000)).hasMessage("AMOUNT_TOO_LARGE");
        assertThat(house.started(50).state()).isEqualTo(ContributionState.PENDING);
    }

    @EveryDatabase
    void whatTheProcessorCannotChargeIsRefusedBeforeAnythingIsStored(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.bodies.add(BodyRef.pool(house.ids.newId()), "souk", "KWD");
        UUID id = house.ids.newId();
        StartContribution.Order odd =
                new StartContribution.Order(id, "souk", Money.of(1005, "KWD"), "", Optional.empty());
        assertThatThrownBy(() -> house.start.start(GUEST, odd))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(TreasuryRefusal.AMOUNT_NOT_A_MULTIPLE))
                .satisfies(
                        refused -> assertThat(((Refused) refused).facts()).containsEntry("step", Money.of(10, "KWD")));
        assertThat(house.contributions.find(id)).isEmpty();
        // Who bears the fee is charged the next amount that there is.
        Money charged = new ChargeAmount(house.processor).toCharge(Money.of(1005, "KWD"), true);
        assertThat(charged.minorUnits() % 10).isZero();
        assertThat(charged.minus(new ChargeAmount(house.processor).expectedFee(charged))
                        .minorUnits())
                .isBetween(1005L, 1025L);
    }

    /** Shares by weight of what is left are not what is left of shares by weight: 642 yen at a fee of 23 is such a case. */
    @OneDatabase
    void whatEachPoolIsShownToGetIsWhatItGets(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        List<BodyRef> pools = List.of(house.anotherPool("yen-0", "JPY"), house.anotherPool("yen-1", "JPY"));
        int apart = 0;
        for (long yen = 640; yen < 672; yen++) {
            int part = (int) (yen % 7) * 1_111 + 1_000;
            StartContribution.Order order = new StartContribution.Order(
                    house.ids.newId(),
                    Money.of(yen, "JPY"),
                    yen % 2 == 0,
                    List.of(
                            new Part("yen-0", Optional.empty(), part),
                            new Part("yen-1", Optional.empty(), 10_000 - part)),
                    "",
                    Optional.empty());
            Expected shown = house.start.check(order);
            List<Long> before = held(house, pools);
            house.pay(house.start.start(GUEST, order)).forEach(house::deliver);
            List<Long> after = held(house, pools);
            assertThat(List.of(after.get(0) - before.get(0), after.get(1) - before.get(1)))
                    .as("of %s yen by %s and %s", yen, part, 10_000 - part)
                    .isEqualTo(shown.parts().stream().map(Money::minorUnits).toList());
            List<Money> byWeights = PlanShares.amounts(shown.reaches(), List.of(part, 10_000 - part));
            apart += byWeights.equals(shown.parts()) ? 0 : 1;
        }
        assertThat(apart).as("cases that tell one way from the other").isPositive();
    }

    private static List<Long> held(MoneyHouse house, List<BodyRef> pools) {
        return pools.stream()
                .map(pool -> house.ledger.balance(pool.id(), Accounts.AVAILABLE).minorUnits())
                .toList();
    }

    @EveryDatabase
    void anotherCurrencyAndAnUnknownPoolAreRefused(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        StartContribution.Order dollars = new StartContribution.Order(
                house.ids.newId(), "sunday-readers", Money.of(2000, "USD"), "", Optional.empty());
        StartContribution.Order nowhere =
                new StartContribution.Order(house.ids.newId(), "nowhere", Money.of(2000, "EUR"), "", Optional.empty());
        assertThatThrownBy(() -> house.start.start(GUEST, dollars)).hasMessage("WRONG_CURRENCY");
        assertThatThrownBy(() -> house.start.start(GUEST, nowhere)).hasMessage("NOT_FOUND");
    }

    @EveryDatabase
    void aTokenWithoutTheScopeCannotContribute(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller reader = Caller.of(house.member("Ana").person().orElseThrow(), Set.of(Scope.READ));
        assertThatThrownBy(() -> house.start.start(reader, house.guestOrder(2000)))
                .hasMessage("SCOPE_MISSING");
    }

    @EveryDatabase
    void whenTheProcessorIsAwayThePaymentIsContinuedLater(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.faulty.breakNext("createCheckout", Fault.LOST, Fault.ANSWER_LOST);
        StartContribution.Order order = house.guestOrder(2000);
        assertThatThrownBy(() -> house.start.start(GUEST, order)).hasMessage("PROCESSOR_UNREACHABLE");
        assertThat(house.contributions.find(order.id()).orElseThrow().state()).isEqualTo(ContributionState.PENDING);
        assertThatThrownBy(() -> house.continuePayment.addressOf(order.id())).isInstanceOf(Refused.class);
        assertThat(house.continuePayment.addressOf(order.id()))
                .contains(order.id().toString());
    }

    @EveryDatabase
    void aPaymentThatTheProcessorRefusesForGoodHasFailed(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.faulty.breakNext("createCheckout", Fault.REFUSED);
        StartContribution.Order order = house.guestOrder(2000);
        assertThatThrownBy(() -> house.start.start(GUEST, order)).hasMessage("PAYMENT_REFUSED");
        assertThat(house.contributions.find(order.id()).orElseThrow().state()).isEqualTo(ContributionState.FAILED);
    }

    @EveryDatabase
    void aPageNobodyPaidInTimeExpiresByItself(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        house.clock.advance(Duration.ofHours(72));
        assertThatThrownBy(() -> house.continuePayment.addressOf(started.id())).hasMessage("CHECKOUT_EXPIRED");
        Contribution other = house.started(700);
        house.clock.advance(Duration.ofHours(72));
        house.work();
        assertThat(house.present(other).state()).isEqualTo(ContributionState.EXPIRED);
    }

    @EveryDatabase
    void moneyIsFoundEvenWhenEveryEventWasLost(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        List<SignedEvent> lost = house.pay(started);
        house.clock.advance(Duration.ofMinutes(11));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        assertThat(lost).isNotEmpty();
    }

    @EveryDatabase
    void moneySettlesThoughItsRefundsCannotBeListed(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        house.pay(started);
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_sandbox_" + started.id(), 2000, "eur"));
        house.faulty.breakNext("readPayment", Fault.LOST);
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
    }

    @EveryDatabase
    void theFeeIsAskedForWhenTheEventDoesNotTellIt(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        house.pay(started);
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_sandbox_" + started.id(), 2000, "eur"));
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PAID);
        assertThat(house.cents(Accounts.PENDING)).isEqualTo(2000);
        house.faulty.breakNext("readPayment", Fault.LOST);
        house.faulty.breakNext("readSettlement", Fault.LOST);
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PAID);
        house.clock.advance(Duration.ofMinutes(3));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
    }

    @EveryDatabase
    void moneyThatIsPendingIsSpentWhereTheBylawsSaySo(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.rules = new GivingRules(Duration.ofDays(14), true, false);
        Contribution started = house.started(2000);
        deliverFree(house, started, "evt_1", house.clock.instant().plus(Duration.ofDays(2)));
        house.work();
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        assertThat(house.cents(Accounts.PENDING)).isZero();
        house.clock.advance(Duration.ofDays(3));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.cents(Accounts.AVAILABLE)).as("once").isEqualTo(1945);
    }

    @EveryDatabase
    void moneyStaysPendingUntilTheProcessorLetsGoOfIt(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        long free = house.clock.instant().plus(Duration.ofDays(2)).getEpochSecond();
        house.deliver(StripeEvents.settled("evt_1", started.id(), "pi_1", 2000, 55, free));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PAID);
        assertThat(house.cents(Accounts.PENDING)).isEqualTo(1945);
        house.clock.advance(Duration.ofDays(2));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        assertThat(house.cents(Accounts.PENDING)).isZero();
    }

    @OneDatabase
    void theLastDayThatWasSaidCountsWhileMoneyWaits(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        Instant now = house.clock.instant();
        deliverFree(house, started, "evt_2", now.plus(Duration.ofDays(2)));
        deliverFree(house, started, "evt_5", now.plus(Duration.ofDays(5)));
        deliverFree(house, started, "evt_1", now.plus(Duration.ofDays(1)));
        house.clock.advance(Duration.ofDays(2));
        house.work();
        assertThat(house.cents(Accounts.AVAILABLE))
                .as("later than said at first")
                .isZero();
        assertThat(house.present(started).settlement().orElseThrow().availableOn())
                .isEqualTo(now.plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.SECONDS));
        house.clock.advance(Duration.ofDays(3));
        house.work();
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        deliverFree(house, started, "evt_9", now.plus(Duration.ofDays(9)));
        assertThat(house.cents(Accounts.AVAILABLE)).as("what is free stays so").isEqualTo(1945);
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
    }

    @OneDatabase
    void aDayThatIsOverFreesAtOnceAndOneThatIsNotSaidIsAskedFor(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution over = house.started(2000);
        deliverFree(house, over, "evt_1", house.clock.instant().minus(Duration.ofDays(30)));
        assertThat(house.present(over).state()).isEqualTo(ContributionState.AVAILABLE);
        Contribution unsaid = house.started(2000);
        house.pay(unsaid);
        house.deliver(StripeEvents.settled("evt_2", unsaid.id(), "pi_sandbox_" + unsaid.id(), 2000, 55, 0)
                .replace(",\"available_on\":0", ""));
        assertThat(house.present(unsaid).state()).isEqualTo(ContributionState.PAID);
        assertThat(house.cents(Accounts.PENDING))
                .as("the fee is not booked by halves")
                .isEqualTo(2000);
        house.work();
        assertThat(house.present(unsaid).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(2 * 1945);
    }

    private static void deliverFree(MoneyHouse house, Contribution started, String event, Instant free) {
        house.deliver(StripeEvents.settled(event, started.id(), "pi_1", 2000, 55, free.getEpochSecond()));
    }
}
