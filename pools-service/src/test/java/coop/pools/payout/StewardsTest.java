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
import coop.pools.payout.domain.Word;
import coop.pools.payout.domain.Word.Kind;
import coop.pools.receipt.sql.SqlReceiptStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.SampleFiles;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class StewardsTest {
    @EveryDatabase
    void twoStewardsPayAndTheProcessorIsNeverAsked(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Caller ben = steward(house, "Ben");
        Payout payout = ordered(house, 4000);
        house.work();
        assertThat(present(house, payout).note()).isEqualTo("Waits for two stewards");
        assertThat(house.told).hasSize(2);
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(4000);
        say(house, ben, payout, Kind.SEEN, "");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
        assertThat(house.ledger.entriesOf(house.pool.id(), "payout-paid", payout.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("stewards"));
        assertThat(house.faulty.calls("sendTransfer")).isEmpty();
        assertThat(house.payouts.words(payout.id())).extracting(Word::kind).containsExactly(Kind.SENT, Kind.SEEN);
    }

    @EveryDatabase
    void oneStewardAloneMovesNothingHoweverOftenTheySayIt(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        steward(house, "Ben");
        Payout payout = ordered(house, 4000);
        assertThatThrownBy(() -> say(house, ana, payout, Kind.SEEN, "")).hasMessage("NOT_SENT_YET");
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        assertThatThrownBy(() -> say(house, ana, payout, Kind.SEEN, "")).hasMessage("NOT_SENT_YET");
        say(house, ana, payout, Kind.NOT_SENT, "Came back at once");
        say(house, ana, payout, Kind.NOT_SENT, "Came back at once");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
        assertThat(house.payouts.words(payout.id())).hasSize(2);
        assertThat(house.cents(Accounts.PAYOUTS)).isZero();
    }

    @EveryDatabase
    void bothSayThatItCouldNotBeSentAndTheMoneyIsFree(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Caller ben = steward(house, "Ben");
        Payout payout = ordered(house, 4000);
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        say(house, ben, payout, Kind.NOT_SENT, "Nothing left the account");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
        say(house, ana, payout, Kind.NOT_SENT, "The bank refused it");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.FAILED);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThatThrownBy(() -> say(house, ben, payout, Kind.SENT, "Transfer 18"))
                .hasMessage("NOTHING_TO_SAY");
    }

    @EveryDatabase
    void onlyStewardsWhoAreNotPaidCarryItOut(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Caller ben = steward(house, "Ben");
        Caller chi = house.member("Chi");
        OwnPayee own = new OwnPayee(house.payees, house.bodies, house.ids, house.clock);
        Payee payee = house.db
                .transactions()
                .inTransaction(() -> own.of(house.pool, ben.person().orElseThrow(), "Ben"));
        Payout payout = PayingOutTest.order(house, payee, 4000);
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        assertThatThrownBy(() -> say(house, ben, payout, Kind.SEEN, "")).hasMessage("PAYEE_HAS_NO_SAY");
        assertThatThrownBy(() -> say(house, chi, payout, Kind.SEEN, "")).hasMessage("STEWARDS_ONLY");
        assertThatThrownBy(() -> say(house, Caller.of(house.ids.newId()), payout, Kind.SEEN, ""))
                .hasMessage("MEMBERS_ONLY");
        assertThatThrownBy(() -> say(house, Caller.guest("x"), payout, Kind.SEEN, ""))
                .hasMessage("SIGN_IN_REQUIRED");
        assertThatThrownBy(() -> say(house, chi, payout, Kind.CONFIRM, "")).hasMessage("NOTHING_TO_SAY");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
    }

    @EveryDatabase
    void allAtOncePayOnce(TestDatabase db) throws Exception {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Caller ben = steward(house, "Ben");
        Payout payout = ordered(house, 4000);
        List<Callable<String>> words = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            for (Caller steward : List.of(ana, ben)) {
                words.add(() -> tried(house, steward, payout, Kind.SENT));
                words.add(() -> tried(house, steward, payout, Kind.SEEN));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (Future<String> done : threads.invokeAll(words)) {
            assertThat(done.get()).isIn("said", "NOT_SENT_YET", "NOTHING_TO_SAY");
        }
        threads.shutdown();
        say(house, ana, payout, Kind.SENT, "Transfer 17", true);
        say(house, ben, payout, Kind.SEEN, "", true);
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        assertThat(house.booked("payout-paid", payout.id())).isEqualTo(1);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
    }

    @EveryDatabase
    void evidenceIsKeptAndCheckedAndAFrozenBookPaysNothing(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Payout payout = ordered(house, 4000);
        assertThatThrownBy(() -> house.say.say(
                        ana, new Said(payout.id(), Kind.SENT, "Transfer 17", List.of(SampleFiles.latin("<html>")))))
                .hasMessage("RECEIPT_UNREADABLE");
        assertThatThrownBy(() -> say(house, ana, payout, Kind.SENT, "")).hasMessage("INVALID_FIELD");
        house.say.say(ana, new Said(payout.id(), Kind.SENT, "Transfer 17", List.of(SampleFiles.pdf(""))));
        assertThat(db.store(SqlReceiptStore.class).about(SayWord.evidenceOf(payout.id(), 1)))
                .hasSize(1);
    }

    @EveryDatabase
    void whoSentItCanAddEvidenceAndIsNotAskedToCheck(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        steward(house, "Ben");
        Payout payout = ordered(house, 4000);
        house.work();
        assertThat(house.told).hasSize(2).allMatch(notice -> notice.kind().equals("PAYOUT_FOR_STEWARDS"));
        assertThatThrownBy(() -> house.say.say(ana, new Said(payout.id(), Kind.SENT, "Transfer 17", List.of())))
                .hasMessage("RECEIPT_COUNT");
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        house.work();
        assertThat(house.told).hasSize(3);
        assertThat(house.told.get(2).kind()).isEqualTo("PAYOUT_TO_CHECK");
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        assertThat(house.payouts.words(payout.id())).hasSize(1);
        house.say.say(ana, new Said(payout.id(), Kind.SENT, "The slip", List.of(SampleFiles.pdf("slip"))));
        assertThat(house.payouts.words(payout.id())).hasSize(2);
    }

    @EveryDatabase
    void whatCameBackIsFreeAgainWhenTwoStewardsSaySo(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Caller ben = steward(house, "Ben");
        Payout payout = ordered(house, 4000);
        assertThatThrownBy(() -> say(house, ana, payout, Kind.CAME_BACK, "Account closed"))
                .hasMessage("NOTHING_TO_SAY");
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        say(house, ben, payout, Kind.SEEN, "");
        assertThatThrownBy(() -> say(house, house.member("Chi"), payout, Kind.CAME_BACK, "Account closed"))
                .hasMessage("STEWARDS_ONLY");
        say(house, ana, payout, Kind.CAME_BACK, "Account closed");
        say(house, ana, payout, Kind.CAME_BACK, "Account closed");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(6_000);
        say(house, ben, payout, Kind.CAME_BACK, "I see it too");
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.REVERSED);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(house.cents(Accounts.PAYOUTS)).isZero();
        assertThatThrownBy(() -> say(house, ana, payout, Kind.SENT, "Transfer 18"))
                .hasMessage("NOTHING_TO_SAY");
    }

    @EveryDatabase
    void nothingComesBackToAnAccountThatThePoolNoLongerHas(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Caller ben = steward(house, "Ben");
        Payout payout = ordered(house, 4000);
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        say(house, ben, payout, Kind.SEEN, "");
        house.way = Payout.Way.PROCESSOR;
        assertThatThrownBy(() -> say(house, ana, payout, Kind.CAME_BACK, "Account closed"))
                .hasMessage("NOTHING_TO_SAY");
    }

    @EveryDatabase
    void aTransferOfTheProcessorIsNeverTakenForOneByHand(TestDatabase db) {
        MoneyHouse house = byHand(db);
        Caller ana = steward(house, "Ana");
        Payout payout = ordered(house, 4000);
        say(house, ana, payout, Kind.SENT, "Transfer 17");
        house.deliver(StripeEvents.transfer("evt_1", payout.id(), "acct_other", 4000, false));
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.SENT);
        assertThat(house.inbox.setAside(10)).hasSize(1);
    }

    private static String tried(MoneyHouse house, Caller steward, Payout payout, Kind kind) {
        try {
            say(house, steward, payout, kind, "Transfer 17");
            return "said";
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private static void say(MoneyHouse house, Caller who, Payout payout, Kind kind, String text, boolean orEnded) {
        String said = tried(house, who, payout, kind);
        assertThat(said).isIn("said", orEnded ? "NOTHING_TO_SAY" : "said");
    }

    private static void say(MoneyHouse house, Caller who, Payout payout, Kind kind, String text) {
        List<byte[]> evidence = kind == Kind.SENT ? List.of(SampleFiles.pdf("")) : List.of();
        house.say.say(who, new Said(payout.id(), kind, text, evidence));
    }

    private static MoneyHouse byHand(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        house.way = Payout.Way.STEWARDS;
        return house;
    }

    private static Caller steward(MoneyHouse house, String name) {
        Caller steward = house.member(name);
        house.stewards.add(steward.person().orElseThrow());
        return steward;
    }

    private static Payout ordered(MoneyHouse house, long minor) {
        InvitePayee.Invited invited =
                house.invite.invite(house.member("Dee"), PayingOutTest.invitation(house, "Riverside Hall"));
        return PayingOutTest.order(house, invited.payee(), minor);
    }

    private static Payout present(MoneyHouse house, Payout payout) {
        return PayingOutTest.present(house, payout);
    }
}
