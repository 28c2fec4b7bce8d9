package coop.pools.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.ReconcilingHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Refunds and disputes of payments that were made while somebody else held the Pool's money. */
class FormerCustodyTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @EveryDatabase
    void whatWasPaidBeforeAChangeOfCustodyIsTakenBackWhereItWasPaid(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        UUID pool = house.money.pool.id();
        Contribution disputed = house.paid(5_000);
        Contribution refunded = house.paid(3_000);
        house.money.work();
        house.payOut(house.money.cents(Accounts.AVAILABLE));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);

        // From here on the Pool's money is on an account of its own.
        house.money.places = owner -> Optional.of("acct_own");
        house.own.add(new OwnAccounts.Own(pool, "acct_own", true));
        house.money.fill(20_000);
        house.money
                .sandbox
                .dispute(paymentOf(house, disputed), DisputeFact.State.OPEN)
                .forEach(house.money::deliver);
        house.money
                .sandbox
                .refundInDashboard(paymentOf(house, refunded), Optional.of(1_000L))
                .forEach(house.money::deliver);
        long owed = house.money.cents(Accounts.OWED_TO_OPERATOR);
        assertThat(owed).as("with the bank's fee").isGreaterThan(6_000);
        assertThat(house.money.cents(Accounts.KEPT_BACK)).isEqualTo(owed);
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(20_000 - owed);
        assertThat(house.money.cents(Accounts.DISPUTED)).isEqualTo(5_000);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);

        house.money
                .sandbox
                .dispute(paymentOf(house, disputed), DisputeFact.State.WON)
                .forEach(house.money::deliver);
        long left = house.money.cents(Accounts.OWED_TO_OPERATOR);
        assertThat(left).isBetween(1_000L, owed - 5_000);
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(20_000 - left);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);

        assertThat(house.settle.settle(pool, "bank transfer of May")).contains(Money.of(left, "EUR"));
        assertThat(house.settle.settle(pool, "once more")).isEmpty();
        assertThat(house.money.cents(Accounts.KEPT_BACK)).isZero();
        assertThat(house.money.cents(Accounts.OWED_TO_OPERATOR)).isZero();
        Run settled = house.compared();
        assertThat(settled.totals().get(0).platform()).isEqualTo(Money.of(-left, "EUR"));
        assertThat(settled.totals().get(0).unexplained()).isEqualTo(Money.zero(EUR));
        assertThat(settled.totals().get(0).lacking())
                .as("the operator has got it and not brought it to the processor yet")
                .isEqualTo(Money.of(left, "EUR"));
        Instant now = house.money.clock.instant();
        house.besides.add(new BalanceTransaction(
                "txn_topup", "topup", Optional.empty(), Optional.empty(), left, 0, left, EUR, now, now));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
    }

    @EveryDatabase
    void whatWasPaidOnAFormerAccountOfItsOwnIsTakenBackThere(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        UUID pool = house.money.pool.id();
        String account = house.money
                .processor
                .createPoolAccount(new PayeeRequest(pool.toString(), "Readers", Optional.empty(), "DE", EUR))
                .accountId();
        house.money.sandbox.completeOnboarding(account).forEach(house.money::deliver);
        house.money.accounts = owner -> Optional.of(account);
        house.money.places = owner -> Optional.of(account);
        Contribution paid = house.paid(2_000);
        house.money.clock.advance(Duration.ofDays(3));
        house.money.work();
        spend(house.money);

        house.money.accounts = owner -> Optional.empty();
        house.money.places = owner -> Optional.empty();
        house.own.add(new OwnAccounts.Own(pool, account, false));
        house.paid(4_000);
        long before = house.money.cents(Accounts.AVAILABLE) + house.money.cents(Accounts.PENDING);
        house.money
                .sandbox
                .dispute(paymentOf(house, paid), DisputeFact.State.OPEN)
                .forEach(house.money::deliver);
        long owed = house.money.cents(Accounts.OWED_TO_OWN_ACCOUNT);
        assertThat(owed).isGreaterThanOrEqualTo(2_000);
        assertThat(house.money.cents(Accounts.KEPT_BACK)).isEqualTo(owed);
        assertThat(house.money.cents(Accounts.AVAILABLE)
                        + house.money.cents(Accounts.PENDING)
                        - house.money.cents(Accounts.SHORTFALL))
                .isEqualTo(before - owed);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
    }

    private static String paymentOf(ReconcilingHouse house, Contribution contribution) {
        return house.money.present(contribution).payment().orElseThrow().id();
    }

    /** Pays all that can be spent out by hand. */
    private static void spend(MoneyHouse house) {
        Transfer transfer = new Transfer(
                Accounts.PAYOUTS, Accounts.AVAILABLE, Money.of(house.cents(Accounts.AVAILABLE), "EUR"), "a test");
        Cause cause = new Cause("payout-paid", house.ids.newId());
        house.db
                .transactions()
                .inTransaction(() -> house.ledger.post(
                        new Posting(house.pool.id(), cause, house.clock.instant(), "stewards", List.of(transfer))));
    }
}
