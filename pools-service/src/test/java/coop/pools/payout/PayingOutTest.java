package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.EventState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class PayingOutTest {
    @EveryDatabase
    void whatWasDecidedIsReservedAndPaid(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        assertThat(payout.state()).isEqualTo(PayoutState.RESERVED);
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(4000);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(6000);
        house.work();
        Payout paid = present(house, payout);
        assertThat(paid.state()).isEqualTo(PayoutState.PAID);
        assertThat(paid.sending().orElseThrow().transferId()).contains("tr_sandbox_" + payout.id());
        assertThat(house.cents(Accounts.RESERVED)).isZero();
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
    }

    @EveryDatabase
    void moneyThatIsNotThereIsNotOrdered(TestDatabase db) {
        MoneyHouse house = filled(db);
        UUID proposal = house.ids.newId();
        Payee payee = ready(house);
        assertThatThrownBy(() -> order(house, proposal, payee, 10_001)).hasMessage("INSUFFICIENT_FUNDS");
        assertThat(house.payouts.ofProposal(proposal)).isEmpty();
        house.fill(1);
        assertThat(order(house, proposal, payee, 10_001).state()).isEqualTo(PayoutState.RESERVED);
    }

    @EveryDatabase
    void oneDecisionOrdersOnePayoutHoweverOftenItIsCarriedOut(TestDatabase db) throws Exception {
        MoneyHouse house = filled(db);
        Payee payee = ready(house);
        UUID proposal = house.ids.newId();
        List<Callable<Payout>> orders = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            orders.add(() -> order(house, proposal, payee, 1000));
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (Future<Payout> done : threads.invokeAll(orders)) {
            assertThat(done.get().id()).isEqualTo(OrderPayout.idOf(proposal));
        }
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            senders.add(() -> house.send.run(100));
        }
        threads.invokeAll(senders);
        threads.shutdown();
        house.work();
        assertThat(house.cents(Accounts.RESERVED)).isZero();
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(1000);
        assertThat(house.faulty.calls("sendTransfer")).hasSize(1);
    }

    @EveryDatabase
    void anAnswerThatWasLostIsAskedForWithTheSameKey(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.LOST, Fault.ANSWER_LOST);
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
        house.clock.advance(Duration.ofMinutes(10));
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
        house.clock.advance(Duration.ofMinutes(10));
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        List<String> calls = house.faulty.calls("sendTransfer");
        assertThat(calls).hasSize(3);
        assertThat(calls.stream().distinct()).hasSize(1);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
    }

    @EveryDatabase
    void afterADayTheTransferIsLookedUpBeforeAnythingIsSentAgain(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.ANSWER_LOST);
        house.work();
        house.clock.advance(Duration.ofHours(30));
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        assertThat(house.faulty.calls("sendTransfer")).hasSize(1);
        assertThat(house.faulty.calls("findTransfer")).hasSize(1);
    }

    @EveryDatabase
    void aRefusalFreesTheMoneyAgain(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.REFUSED);
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.FAILED);
        assertThat(present(house, payout).note()).contains("account_closed");
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
    }

    @EveryDatabase
    void aRefusalAfterALostSuccessIsNoRefusal(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.ANSWER_LOST, Fault.REFUSED);
        house.work();
        house.clock.advance(Duration.ofMinutes(10));
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
    }

    @EveryDatabase
    void aSpentKeyIsFollowedByTheNextAttempt(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.NOT_YET_KEY_SPENT);
        house.work();
        assertThat(present(house, payout).note()).contains("balance_insufficient");
        house.clock.advance(Duration.ofMinutes(10));
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        assertThat(present(house, payout).sending().orElseThrow().attempt()).isEqualTo(2);
    }

    @EveryDatabase
    void aPayoutWaitsForItsPayeeAndIsSentWhenTheyAreReady(TestDatabase db) {
        MoneyHouse house = filled(db);
        Caller ana = house.member("Ana");
        InvitePayee.Invited invited = house.invite.invite(ana, invitation(house, "Riverside Hall"));
        Payout payout = order(house, invited.payee(), 4000);
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.RESERVED);
        onboard(house, invited);
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void moneyIsFreeAgainWhenThePayeeIsNotReadyInAMonth(TestDatabase db) {
        MoneyHouse house = filled(db);
        InvitePayee.Invited invited = house.invite.invite(house.member("Ana"), invitation(house, "Nobody"));
        Payout payout = order(house, invited.payee(), 4000);
        house.clock.advance(Duration.ofDays(31));
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.FAILED);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
    }

    @EveryDatabase
    void theEventMayComeBeforeTheAnswerAndAgainAfterIt(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.ANSWER_LOST);
        house.work();
        house.sandbox.transferEvents(payout.id().toString()).forEach(house::deliver);
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        house.clock.advance(Duration.ofHours(1));
        house.work();
        String account = present(house, payout).sending().orElseThrow().accountId();
        house.deliver(StripeEvents.transfer("evt_again", payout.id(), account, 4000, false));
        assertThat(house.booked("payout-paid", payout.id())).isEqualTo(1);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
    }

    @EveryDatabase
    void aTransferThatIsTakenBackReturnsTheMoneyOnce(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.work();
        String account = present(house, payout).sending().orElseThrow().accountId();
        house.deliver(StripeEvents.transfer("evt_1", payout.id(), account, 4000, true));
        house.deliver(StripeEvents.transfer("evt_2", payout.id(), account, 4000, true));
        house.deliver(StripeEvents.transfer("evt_3", payout.id(), account, 4000, false));
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.REVERSED);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(house.cents(Accounts.PAYOUTS)).isZero();
    }

    @EveryDatabase
    void aTransferThatIsNotTheOneOrderedIsNeverTakenForIt(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.LOST);
        house.work();
        String account = present(house, payout).sending().orElseThrow().accountId();
        house.deliver(StripeEvents.transfer("evt_1", payout.id(), account, 3999, false));
        house.deliver(StripeEvents.transfer("evt_2", payout.id(), "acct_other", 4000, false));
        house.deliver(StripeEvents.transfer("evt_3", house.ids.newId(), account, 4000, false));
        assertThat(house.inbox.setAside(10)).hasSize(3);
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(4000);
    }

    @EveryDatabase
    void twoConflictingEventsEndInOneOfBothAndBalancedBooks(TestDatabase db) throws Exception {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.LOST);
        house.work();
        String account = present(house, payout).sending().orElseThrow().accountId();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        threads.invokeAll(List.of(
                () -> house.deliver(StripeEvents.transfer("evt_1", payout.id(), account, 4000, true)),
                () -> house.deliver(StripeEvents.transfer("evt_2", payout.id(), account, 4000, false))));
        threads.shutdown();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.REVERSED);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(house.cents(Accounts.PAYOUTS)).isZero();
    }

    @EveryDatabase
    void aCrashAfterTheLeaseOrAfterSendingIsMadeUpFor(TestDatabase db) {
        MoneyHouse house = filled(db);
        Payout payout = order(house, ready(house), 4000);
        Payout due = house.payouts.due(house.clock.instant(), 10).get(0);
        house.payouts.lease(due.id(), due.createdAt(), house.clock.instant().plusSeconds(120), 1);
        assertThat(house.send.run(10)).isZero();
        house.clock.advance(Duration.ofMinutes(2));
        house.faulty.breakNext("sendTransfer", Fault.ANSWER_LOST);
        house.send.run(10);
        assertThat(house.confirm
                        .confirm(house.sandbox
                                .findTransfer(payout.id().toString())
                                .orElseThrow())
                        .state())
                .isEqualTo(EventState.APPLIED);
        house.clock.advance(Duration.ofHours(1));
        house.work();
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
        assertThat(house.faulty.calls("sendTransfer")).hasSize(1);
    }

    @EveryDatabase
    void twoNodesSendOnce(TestDatabase db) throws Exception {
        MoneyHouse house = filled(db);
        Payee payee = ready(house);
        for (int i = 0; i < 6; i++) {
            order(house, payee, 500);
        }
        try (TestDatabase node = db.anotherNode()) {
            MoneyHouse other = house.onAnotherNode(node);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            threads.invokeAll(List.of(
                    () -> house.send.run(100),
                    () -> other.send.run(100),
                    () -> house.send.run(100),
                    () -> other.send.run(100)));
            threads.shutdown();
            house.work();
            int sent = house.faulty.calls("sendTransfer").size()
                    + other.faulty.calls("sendTransfer").size();
            assertThat(sent).isEqualTo(6);
        }
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(3000);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
    }

    static MoneyHouse filled(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.fill(10_000);
        return house;
    }

    static InvitePayee.Invitation invitation(MoneyHouse house, String name) {
        return new InvitePayee.Invitation(
                house.ids.newId(), BodyRef.Kind.POOL, "sunday-readers", name, Optional.empty());
    }

    static Payee onboard(MoneyHouse house, InvitePayee.Invited invited) {
        String token = invited.onboardingUrl().split("token=")[1];
        house.onboard.begin(invited.payee().id(), token, Optional.of("DE"));
        String account = house.payees
                .find(invited.payee().id())
                .orElseThrow()
                .accountId()
                .orElseThrow();
        house.sandbox.completeOnboarding(account).forEach(house::deliver);
        return house.refresh.present(invited.payee().id());
    }

    static Payee ready(MoneyHouse house) {
        return onboard(house, house.invite.invite(house.member("Ana"), invitation(house, "Chi Nwosu")));
    }

    static Payout order(MoneyHouse house, Payee payee, long minor) {
        return order(house, house.ids.newId(), payee, minor);
    }

    static Payout order(MoneyHouse house, UUID proposal, Payee payee, long minor) {
        Action.Pay pay = new Action.Pay(payee.id(), Money.of(minor, "EUR"), "a room for the weekend");
        return house.order.order(house.pool, proposal, pay);
    }

    static Payout present(MoneyHouse house, Payout payout) {
        return house.payouts.find(payout.id()).orElseThrow();
    }
}
