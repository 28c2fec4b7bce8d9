package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.custody.sql.SqlCustodyStore;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Freeze;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.reconciliation.OwnAccounts;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.MoneyPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the processor takes back in parts of what it has brought home is booked once, on both accounts. */
class TakenFromHomeTest extends GoingHome {
    private Payout came;

    private void cameHome(TestDatabase db) {
        meet(db);
        work();
        came = sent().get(0);
        assertThat(came.state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void partsInAnyOrderAreEachBookedOnce(TestDatabase db) {
        cameHome(db);
        long all = total();
        // Each word of it says how much has been taken back until then, and comes twice.
        List<Long> words = new ArrayList<>(List.of(300L, 800L, 1_500L, 300L, 800L, 1_500L));
        Collections.shuffle(words, new Random(7));
        List.of(300L, 500L, 700L).forEach(this::takes);
        for (int i = 0; i < words.size(); i++) {
            told("evt_part_" + i, words.get(i));
        }
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(1_500);
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all - 1_500);
        agreed();
        work();
        assertThat(sent()).as("not at once").hasSize(1);
        house.money.clock.advance(Duration.ofDays(1));
        work();
        assertThat(sent()).hasSize(2);
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
        takes(all - 1_500 - 1_500);
        told("evt_more", all - 1_500);
        agreed();
        takes(1_500);
        house.money.deliver(StripeEvents.transfer(
                "evt_all", came.id(), account, came.amount().minorUnits(), true));
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(all - 1_500);
        assertThat(house.money.cents(Accounts.AVAILABLE))
                .as("what has come home since")
                .isEqualTo(1_500);
        agreed();
    }

    @EveryDatabase
    void whatIsTakenBackAfterItWasSpentIsLacking(TestDatabase db) {
        cameHome(db);
        long all = total();
        move(Accounts.RESERVED, Accounts.AVAILABLE, all - 1_000);
        takes(400);
        told("evt_1", 400);
        assertThat(house.money.freezes.isFrozen(pool)).isFalse();
        takes(1_100);
        told("evt_2", 1_500);
        told("evt_3", 1_500);
        assertThat(house.money.cents(Accounts.AVAILABLE)).isZero();
        assertThat(house.money.cents(Accounts.SHORTFALL)).isEqualTo(500);
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(1_500);
        assertThat(house.money.freezes.of(pool)).extracting(Freeze::reason).containsExactly(Freeze.Reason.SHORTFALL);
        agreed();
        house.money.clock.advance(Duration.ofDays(1));
        work();
        assertThat(house.money.cents(Accounts.SHORTFALL)).isZero();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(1_000);
        assertThat(house.money.freezes.of(pool)).isEmpty();
        agreed();
    }

    @EveryDatabase
    void whereTheOperatorHoldsTheMoneyByNowItIsOwedToTheFormerAccount(TestDatabase db) {
        cameHome(db);
        move(Accounts.PAYOUTS, Accounts.AVAILABLE, total());
        heldByTheOperator();
        agreed();
        takes(400);
        told("evt_1", 400);
        told("evt_1_again", 400);
        assertThat(house.money.cents(Accounts.KEPT_BACK)).isEqualTo(400);
        assertThat(house.money.cents(Accounts.OWED_TO_OWN_ACCOUNT)).isEqualTo(400);
        assertThat(house.money.cents(Accounts.SHORTFALL)).isZero();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isZero();
        assertThat(house.money.freezes.of(pool)).as("it lacks nothing").isEmpty();
        agreed();
        takes(300);
        told("evt_2", 700);
        assertThat(house.money.cents(Accounts.KEPT_BACK)).isEqualTo(700);
        agreed();
    }

    @EveryDatabase
    void whatIsStillOnTheFormerAccountCanBeSpentWhereTheMoneyIsNow(TestDatabase db) {
        cameHome(db);
        move(Accounts.PAYOUTS, Accounts.AVAILABLE, total() - 300);
        move(Accounts.ON_OWN_ACCOUNT, Accounts.AVAILABLE, 300);
        heldByTheOperator();
        agreed();
        takes(400);
        told("evt_1", 400);
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(300);
        assertThat(house.money.cents(Accounts.ON_OWN_ACCOUNT)).isZero();
        assertThat(house.money.cents(Accounts.KEPT_BACK)).isEqualTo(100);
        assertThat(house.money.cents(Accounts.OWED_TO_OWN_ACCOUNT)).isEqualTo(100);
        assertThat(house.money.freezes.of(pool)).isEmpty();
        agreed();
    }

    @EveryDatabase
    void whoGivesTheAccountUpGetsWhatItLacksThereAndNoMore(TestDatabase db) {
        cameHome(db);
        move(Accounts.PAYOUTS, Accounts.AVAILABLE, total());
        takes(500);
        told("evt_1", 500);
        withOperator(2_000, Accounts.CONTRIBUTIONS);
        SqlCustodyStore custody = db.store(SqlCustodyStore.class);
        custody.save(custody.find(pool).orElseThrow().closing(house.money.ids.newId(), house.money.clock.instant()));
        house.money.clock.advance(Duration.ofDays(1));
        work();
        assertThat(house.money.cents(Accounts.SHORTFALL)).isZero();
        assertThat(house.money.freezes.of(pool)).isEmpty();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isZero();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(2_000);
        house.money.clock.advance(Duration.ofDays(1));
        work();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR))
                .as("the operator will hold it anyway")
                .isEqualTo(2_000);
    }

    /** The Pool has voted so, and nothing was left on its account. */
    private void heldByTheOperator() {
        house.own.clear();
        house.own.add(new OwnAccounts.Own(pool, account, false));
        house.money.places = MoneyPlaces.AT_OPERATOR;
    }

    private void agreed() {
        Run run = house.compared();
        assertThat(house.differences()).isEmpty();
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        audited();
    }

    /** What has been taken back of the transfer until then. */
    private void told(String event, long total) {
        house.money.deliver(StripeEvents.partlyReversed(
                event, came.id(), account, came.amount().minorUnits(), total));
    }

    /** The processor takes this much more of it, and lists it on both accounts. */
    private void takes(long minor) {
        String transfer = came.sending().flatMap(Payout.Sending::transferId).orElseThrow();
        listed(Optional.empty(), "transfer_reversal", transfer, minor);
        listed(Optional.of(account), "refund", transfer, -minor);
    }

    private void listed(Optional<String> on, String category, String transfer, long minor) {
        List<BalanceTransaction> movements = house.besidesOn.computeIfAbsent(on, unused -> new ArrayList<>());
        Instant at = house.money.clock.instant();
        movements.add(new BalanceTransaction(
                "txn_" + category + "_" + movements.size(),
                category,
                Optional.of("part_" + movements.size()),
                Optional.empty(),
                Optional.of(transfer),
                Optional.empty(),
                "",
                minor,
                0,
                minor,
                Currency.getInstance("EUR"),
                at,
                at));
    }
}
