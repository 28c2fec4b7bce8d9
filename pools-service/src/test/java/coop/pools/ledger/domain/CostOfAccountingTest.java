package coop.pools.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostOfAccountingTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void feesAndChargesAreAShareOfWhatCameInAndWentOut() {
        CostOfAccounting cost = CostOfAccounting.of(
                Map.of(
                        Accounts.CARD_FEES,
                        money(250),
                        Accounts.DISPUTE_FEES,
                        money(50),
                        Accounts.CONTRIBUTIONS,
                        money(10_000),
                        Accounts.PAYOUTS,
                        money(4_000),
                        Accounts.spentByFlood("fair"),
                        money(1_000),
                        Accounts.AVAILABLE,
                        money(9_999)),
                EUR);
        assertThat(cost.fees()).isEqualTo(money(300));
        assertThat(cost.moved()).isEqualTo(money(15_000));
        assertThat(cost.basisPoints()).isEqualTo(200);
    }

    @Test
    void aFractionIsRoundedUpSoThatNoFeeIsHidden() {
        assertThat(new CostOfAccounting(money(1), money(30_000)).basisPoints()).isEqualTo(1);
        assertThat(new CostOfAccounting(money(0), money(30_000)).basisPoints()).isZero();
        assertThat(new CostOfAccounting(money(Long.MAX_VALUE), money(Long.MAX_VALUE)).basisPoints())
                .isEqualTo(10_000);
    }

    @Test
    void nothingMovedCostsNothing() {
        CostOfAccounting none = CostOfAccounting.of(Map.of(), EUR);
        assertThat(none.basisPoints()).isZero();
        assertThat(none.moved()).isEqualTo(money(0));
    }

    private static Money money(long minor) {
        return new Money(minor, EUR);
    }
}
