package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Caller;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.SayWord.Said;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.Word.Kind;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

class BankDetailsTest {
    @EveryDatabase
    void changedBankDetailsHoldTheMoneyAndTellThosePeopleConcerned(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = changedAfterTheVote(house);
        house.work();
        Payout held = PayingOutTest.present(house, payout);
        assertThat(held.state()).isEqualTo(PayoutState.RESERVED);
        assertThat(held.note()).contains("have changed since the vote");
        assertThat(house.told).extracting(notice -> notice.kind()).containsOnly("PAYEE_DETAILS_CHANGED");
        assertThat(house.faulty.calls("sendTransfer")).isEmpty();
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(4000);
    }

    @EveryDatabase
    void twoMembersConfirmAndItIsPaid(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = changedAfterTheVote(house);
        house.work();
        Caller ana = house.member("Ana");
        say(house, ana, payout, Kind.CONFIRM);
        say(house, ana, payout, Kind.CONFIRM);
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.RESERVED);
        say(house, house.member("Ben"), payout, Kind.CONFIRM);
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.PAID);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
    }

    @EveryDatabase
    void oneWhoObjectsKeepsTheMoneyHere(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = changedAfterTheVote(house);
        house.work();
        say(house, house.member("Ana"), payout, Kind.CONFIRM);
        say(house, house.member("Ben"), payout, Kind.OBJECT);
        Payout ended = PayingOutTest.present(house, payout);
        assertThat(ended.state()).isEqualTo(PayoutState.FAILED);
        assertThat(ended.note()).contains("needs a new vote");
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThatThrownBy(() -> say(house, house.member("Chi"), payout, Kind.CONFIRM))
                .hasMessage("NOTHING_TO_SAY");
    }

    @EveryDatabase
    void afterThreeDaysWithoutTwoWhoConfirmTheMoneyStaysHere(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = changedAfterTheVote(house);
        house.work();
        say(house, house.member("Ana"), payout, Kind.CONFIRM);
        house.clock.advance(Duration.ofHours(73));
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.FAILED);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
    }

    @EveryDatabase
    void confirmedDetailsThatChangeAgainAreAskedForAgain(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = changedAfterTheVote(house);
        house.work();
        say(house, house.member("Ana"), payout, Kind.CONFIRM);
        house.clock.advance(Duration.ofHours(1));
        house.sandbox.changeBankDetails(account(house, payout)).forEach(house::deliver);
        say(house, house.member("Ben"), payout, Kind.CONFIRM);
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.RESERVED);
        assertThat(house.faulty.calls("sendTransfer")).isEmpty();
    }

    @EveryDatabase
    void detailsThatAreAsAtTheVoteAgainArePaid(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payee payee = PayingOutTest.ready(house);
        house.clock.advance(Duration.ofHours(1));
        house.sandbox.changeBankDetails(payee.accountId().orElseThrow()).forEach(house::deliver);
        house.work();
        UUID proposal = house.ids.newId();
        house.votesOpened.put(proposal, house.clock.instant());
        Payout payout = PayingOutTest.order(house, proposal, payee, 4000);
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void nothingIsSentWhileTheDetailsCannotBeAskedFor(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payee payee = PayingOutTest.ready(house);
        Payout payout = PayingOutTest.order(house, payee, 4000);
        house.faulty.breakNext("payoutFingerprint", Fault.LOST, Fault.LOST, Fault.LOST, Fault.LOST);
        house.work();
        assertThat(house.faulty.calls("sendTransfer")).isEmpty();
        house.clock.advance(Duration.ofHours(1));
        house.work();
        house.clock.advance(Duration.ofHours(1));
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void onlyMembersWhoAreNotPaidHaveASay(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = changedAfterTheVote(house);
        house.work();
        assertThatThrownBy(() -> say(house, Caller.of(house.ids.newId()), payout, Kind.CONFIRM))
                .hasMessage("MEMBERS_ONLY");
        assertThatThrownBy(() -> say(house, house.member("Ana"), payout, Kind.SENT))
                .hasMessage("STEWARDS_ONLY");
    }

    @EveryDatabase
    void whatComesBackInPartsIsBookedToTheCent(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = PayingOutTest.order(house, PayingOutTest.ready(house), 4000);
        house.work();
        String account = account(house, payout);
        house.deliver(StripeEvents.partlyReversed("evt_1", payout.id(), account, 4000, 1500));
        house.deliver(StripeEvents.partlyReversed("evt_2", payout.id(), account, 4000, 1500));
        Payout partly = PayingOutTest.present(house, payout);
        assertThat(partly.state()).isEqualTo(PayoutState.PAID);
        assertThat(partly.note()).isEqualTo("Part of it came back");
        assertThat(partly.cameBack().minorUnits()).isEqualTo(1500);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(2500);
        house.deliver(StripeEvents.partlyReversed("evt_3", payout.id(), account, 4000, 1501));
        house.deliver(StripeEvents.partlyReversed("evt_4", payout.id(), account, 4000, 1000));
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(2499);
        house.deliver(StripeEvents.transfer("evt_5", payout.id(), account, 4000, true));
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.REVERSED);
        assertThat(house.cents(Accounts.PAYOUTS)).isZero();
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
    }

    private static Payout changedAfterTheVote(MoneyHouse house) {
        Payee payee = PayingOutTest.ready(house);
        UUID proposal = house.ids.newId();
        house.votesOpened.put(proposal, house.clock.instant());
        house.clock.advance(Duration.ofHours(1));
        house.sandbox.changeBankDetails(payee.accountId().orElseThrow()).forEach(house::deliver);
        return PayingOutTest.order(house, proposal, payee, 4000);
    }

    private static String account(MoneyHouse house, Payout payout) {
        return house.payees.find(payout.payeeId()).flatMap(Payee::accountId).orElseThrow();
    }

    private static void say(MoneyHouse house, Caller who, Payout payout, Kind kind) {
        house.say.say(who, new Said(payout.id(), kind, kind == Kind.CONFIRM ? "" : "I asked", List.of()));
    }
}
