package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.SayWord.Said;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.TakenBack;
import coop.pools.payout.domain.Word;
import coop.pools.payout.domain.Word.Kind;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.receipt.sql.SqlReceiptStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.SampleFiles;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class StewardsTest {
    @EveryDatabase
    void twoStewardsPayAndTheProcessorIsNeverAsked(TestDatabase db) {
        Waiting pay = new Waiting(db);
        pay.house.work();
        assertThat(pay.present().note()).isEqualTo("Waits for two stewards");
        assertThat(pay.house.told).hasSize(2);
        pay.house.payouts.hurry(pay.payout.payeeId(), pay.house.clock.instant());
        pay.house.clock.advance(Duration.ofMinutes(1));
        pay.house.work();
        assertThat(pay.house.told)
                .as("bank details at the processor change nothing here")
                .hasSize(2);
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        assertThat(pay.present().state()).isEqualTo(PayoutState.SENT);
        assertThat(pay.house.cents(Accounts.RESERVED)).isEqualTo(4000);
        pay.say(pay.ben, Kind.SEEN, "");
        assertThat(pay.present().state()).isEqualTo(PayoutState.PAID);
        assertThat(pay.house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
        assertThat(pay.house.cents(Accounts.RESERVED)).isZero();
        assertThat(pay.house.ledger.entriesOf(pay.house.pool.id(), "payout-paid", pay.payout.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("stewards"));
        assertThat(pay.house.faulty.calls("sendTransfer")).isEmpty();
        assertThat(pay.house.payouts.words(pay.payout.id()))
                .extracting(Word::kind)
                .containsExactly(Kind.SENT, Kind.SEEN);
    }

    @EveryDatabase
    void oneStewardAloneMovesNothingHoweverOftenTheySayIt(TestDatabase db) {
        Waiting pay = new Waiting(db);
        assertThatThrownBy(() -> pay.say(pay.ana, Kind.SEEN, "")).hasMessage("NOT_SENT_YET");
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        assertThatThrownBy(() -> pay.say(pay.ana, Kind.SEEN, "")).hasMessage("NOT_SENT_YET");
        pay.say(pay.ana, Kind.NOT_SENT, "Came back at once");
        pay.say(pay.ana, Kind.NOT_SENT, "Came back at once");
        assertThat(pay.present().state()).isEqualTo(PayoutState.SENT);
        assertThat(pay.house.payouts.words(pay.payout.id())).hasSize(2);
        assertThat(pay.house.cents(Accounts.PAYOUTS)).isZero();
    }

    @EveryDatabase
    void bothSayThatItCouldNotBeSentAndTheMoneyIsFree(TestDatabase db) {
        Waiting pay = new Waiting(db);
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.say(pay.ben, Kind.NOT_SENT, "Nothing left the account");
        assertThat(pay.present().state()).isEqualTo(PayoutState.SENT);
        pay.say(pay.ana, Kind.NOT_SENT, "The bank refused it");
        assertThat(pay.present().state()).isEqualTo(PayoutState.FAILED);
        assertThat(pay.house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThatThrownBy(() -> pay.say(pay.ben, Kind.SENT, "Transfer 18")).hasMessage("NOTHING_TO_SAY");
    }

    @EveryDatabase
    void onlyStewardsWhoAreNotPaidCarryItOut(TestDatabase db) {
        Waiting pay = new Waiting(db);
        Caller chi = pay.house.member("Chi");
        MoneyHouse house = pay.house;
        OwnPayee own = new OwnPayee(house.payees, house.bodies, house.ids, house.clock);
        Payee payee = house.db
                .transactions()
                .inTransaction(() -> own.of(house.pool, pay.ben.person().orElseThrow(), "Ben"));
        Waiting toBen = new Waiting(pay, PayingOutTest.order(house, payee, 4000));
        toBen.say(pay.ana, Kind.SENT, "Transfer 17");
        assertThatThrownBy(() -> toBen.say(pay.ben, Kind.SEEN, "")).hasMessage("PAYEE_HAS_NO_SAY");
        assertThatThrownBy(() -> toBen.say(chi, Kind.SEEN, "")).hasMessage("STEWARDS_ONLY");
        assertThatThrownBy(() -> toBen.say(Caller.of(house.ids.newId()), Kind.SEEN, ""))
                .hasMessage("MEMBERS_ONLY");
        assertThatThrownBy(() -> toBen.say(Caller.guest("x"), Kind.SEEN, "")).hasMessage("SIGN_IN_REQUIRED");
        assertThatThrownBy(() -> toBen.say(chi, Kind.CONFIRM, "")).hasMessage("NOTHING_TO_SAY");
        assertThat(toBen.present().state()).isEqualTo(PayoutState.SENT);
    }

    @EveryDatabase
    void nobodySaysOfWhatHasArrivedThatItCameBack(TestDatabase db) {
        Waiting pay = new Waiting(db);
        SqlHandOverStore handOvers = db.store(SqlHandOverStore.class);
        handOvers.insert(pay.payout.id(), pay.house.pool.id(), "river");
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.say(pay.ben, Kind.SEEN, "");
        pay.say(pay.ana, Kind.CAME_BACK, "Back on the account");
        handOvers.arrived(pay.payout.id(), pay.house.clock.instant(), "txn_1");
        assertThatThrownBy(() -> pay.say(pay.ben, Kind.CAME_BACK, "Back on the account"))
                .hasMessage("HAS_ARRIVED");

        Waiting next = new Waiting(pay, PayingOutTest.order(pay.house, PayingOutTest.ready(pay.house), 3000));
        handOvers.insert(next.payout.id(), pay.house.pool.id(), "river");
        next.say(pay.ana, Kind.SENT, "Transfer 18");
        next.say(pay.ben, Kind.SEEN, "");
        handOvers.arrived(next.payout.id(), pay.house.clock.instant(), "txn_2");
        assertThatThrownBy(() -> next.say(pay.ana, Kind.CAME_BACK, "Back on the account"))
                .as("the first word too")
                .hasMessage("HAS_ARRIVED");
        assertThat(pay.house.payouts.words(next.payout.id())).hasSize(2);
        assertThat(next.present().state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void wordsFromBeforeItArrivedDoNotCountOnceABankHasTakenItBack(TestDatabase db) {
        Waiting pay = new Waiting(db);
        SqlHandOverStore handOvers = db.store(SqlHandOverStore.class);
        handOvers.insert(pay.payout.id(), pay.house.pool.id(), "river");
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.say(pay.ben, Kind.SEEN, "");
        pay.say(pay.ana, Kind.CAME_BACK, "Back on the account");
        pay.house.clock.advance(Duration.ofDays(1));
        handOvers.arrived(pay.payout.id(), pay.house.clock.instant(), "txn_1");
        handOvers.insertBack(
                new TakenBack("back_1", "txn_1", pay.payout.id(), 4000, 0, Optional.empty(), false),
                pay.house.clock.instant());
        handOvers.booked("back_1", 4000);
        handOvers.goneAgain(pay.payout.id());
        pay.say(pay.ben, Kind.CAME_BACK, "Back on the account");
        assertThat(pay.present().state()).as("one alone says so now").isEqualTo(PayoutState.PAID);
        pay.say(pay.ben, Kind.CAME_BACK, "Back on the account");
        assertThat(pay.house.payouts.words(pay.payout.id())).hasSize(4);
        pay.say(pay.ana, Kind.CAME_BACK, "And once more");
        assertThat(pay.present().state()).isEqualTo(PayoutState.REVERSED);
        assertThat(pay.house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
    }

    @EveryDatabase
    void allAtOncePayOnce(TestDatabase db) throws Exception {
        Waiting pay = new Waiting(db);
        List<Callable<String>> words = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            for (Caller steward : List.of(pay.ana, pay.ben)) {
                words.add(() -> pay.tried(steward, Kind.SENT));
                words.add(() -> pay.tried(steward, Kind.SEEN));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (Future<String> done : threads.invokeAll(words)) {
            assertThat(done.get()).isIn("said", "NOT_SENT_YET", "NOTHING_TO_SAY");
        }
        threads.shutdown();
        pay.sayUnlessEnded(pay.ana, Kind.SENT);
        pay.sayUnlessEnded(pay.ben, Kind.SEEN);
        assertThat(pay.present().state()).isEqualTo(PayoutState.PAID);
        assertThat(pay.house.booked("payout-paid", pay.payout.id())).isEqualTo(1);
        assertThat(pay.house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
        assertThat(pay.house.cents(Accounts.RESERVED)).isZero();
    }

    @EveryDatabase
    void evidenceIsKeptAndCheckedAndAFrozenBookPaysNothing(TestDatabase db) {
        Waiting pay = new Waiting(db);
        assertThatThrownBy(() -> pay.house.say.say(
                        pay.ana,
                        new Said(pay.payout.id(), Kind.SENT, "Transfer 17", List.of(SampleFiles.latin("<html>")))))
                .hasMessage("RECEIPT_UNREADABLE");
        assertThatThrownBy(() -> pay.say(pay.ana, Kind.SENT, "")).hasMessage("INVALID_FIELD");
        pay.house.say.say(pay.ana, new Said(pay.payout.id(), Kind.SENT, "Transfer 17", List.of(SampleFiles.pdf(""))));
        assertThat(db.store(SqlReceiptStore.class).about(SayWord.evidenceOf(pay.payout.id(), 1)))
                .hasSize(1);
    }

    @EveryDatabase
    void whoSentItCanAddEvidenceAndIsNotAskedToCheck(TestDatabase db) {
        Waiting pay = new Waiting(db);
        pay.house.work();
        assertThat(pay.house.told).hasSize(2).allMatch(notice -> notice.kind().equals("PAYOUT_FOR_STEWARDS"));
        assertThatThrownBy(() ->
                        pay.house.say.say(pay.ana, new Said(pay.payout.id(), Kind.SENT, "Transfer 17", List.of())))
                .hasMessage("RECEIPT_COUNT");
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.house.work();
        assertThat(pay.house.told).hasSize(3);
        assertThat(pay.house.told.get(2).kind()).isEqualTo("PAYOUT_TO_CHECK");
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        assertThat(pay.house.payouts.words(pay.payout.id())).hasSize(1);
        pay.house.say.say(pay.ana, new Said(pay.payout.id(), Kind.SENT, "The slip", List.of(SampleFiles.pdf("slip"))));
        assertThat(pay.house.payouts.words(pay.payout.id())).hasSize(2);
    }

    @EveryDatabase
    void whatCameBackIsFreeAgainWhenTwoStewardsSaySo(TestDatabase db) {
        Waiting pay = new Waiting(db);
        assertThatThrownBy(() -> pay.say(pay.ana, Kind.CAME_BACK, "Account closed"))
                .hasMessage("NOTHING_TO_SAY");
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.say(pay.ben, Kind.SEEN, "");
        assertThatThrownBy(() -> pay.say(pay.house.member("Chi"), Kind.CAME_BACK, "Account closed"))
                .hasMessage("STEWARDS_ONLY");
        pay.say(pay.ana, Kind.CAME_BACK, "Account closed");
        pay.say(pay.ana, Kind.CAME_BACK, "Account closed");
        assertThat(pay.present().state()).isEqualTo(PayoutState.PAID);
        assertThat(pay.house.cents(Accounts.AVAILABLE)).isEqualTo(6_000);
        pay.say(pay.ben, Kind.CAME_BACK, "I see it too");
        assertThat(pay.present().state()).isEqualTo(PayoutState.REVERSED);
        assertThat(pay.house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(pay.house.cents(Accounts.PAYOUTS)).isZero();
        assertThatThrownBy(() -> pay.say(pay.ana, Kind.SENT, "Transfer 18")).hasMessage("NOTHING_TO_SAY");
    }

    @EveryDatabase
    void nothingComesBackToAnAccountThatThePoolNoLongerHas(TestDatabase db) {
        Waiting pay = new Waiting(db);
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.say(pay.ben, Kind.SEEN, "");
        pay.house.way = Payout.Way.PROCESSOR;
        assertThatThrownBy(() -> pay.say(pay.ana, Kind.CAME_BACK, "Account closed"))
                .hasMessage("NOTHING_TO_SAY");
    }

    @EveryDatabase
    void aTransferOfTheProcessorIsNeverTakenForOneByHand(TestDatabase db) {
        Waiting pay = new Waiting(db);
        pay.say(pay.ana, Kind.SENT, "Transfer 17");
        pay.house.deliver(StripeEvents.transfer("evt_1", pay.payout.id(), "acct_other", 4000, false));
        assertThat(pay.present().state()).isEqualTo(PayoutState.SENT);
        assertThat(pay.house.inbox.setAside(10)).hasSize(1);
    }

    /** A payment of forty that was decided on and waits for two stewards to carry it out by hand. */
    private static final class Waiting {
        final MoneyHouse house;
        final Caller ana;
        final Caller ben;
        final Payout payout;

        Waiting(TestDatabase db) {
            house = PayingOutTest.filled(db);
            house.way = Payout.Way.STEWARDS;
            ana = steward("Ana");
            ben = steward("Ben");
            InvitePayee.Invited invited =
                    house.invite.invite(house.member("Dee"), PayingOutTest.invitation(house, "Riverside Hall"));
            payout = PayingOutTest.order(house, invited.payee(), 4000);
        }

        /** Another payment in the same place. */
        Waiting(Waiting other, Payout payout) {
            this.house = other.house;
            this.ana = other.ana;
            this.ben = other.ben;
            this.payout = payout;
        }

        private Caller steward(String name) {
            Caller steward = house.member(name);
            house.stewards.add(steward.person().orElseThrow());
            return steward;
        }

        void say(Caller who, Kind kind, String text) {
            List<byte[]> evidence = kind == Kind.SENT ? List.of(SampleFiles.pdf("")) : List.of();
            house.say.say(who, new Said(payout.id(), kind, text, evidence));
        }

        String tried(Caller who, Kind kind) {
            try {
                say(who, kind, "Transfer 17");
                return "said";
            } catch (Refused refused) {
                return refused.getMessage();
            }
        }

        void sayUnlessEnded(Caller who, Kind kind) {
            assertThat(tried(who, kind)).isIn("said", "NOTHING_TO_SAY");
        }

        Payout present() {
            return PayingOutTest.present(house, payout);
        }
    }
}
