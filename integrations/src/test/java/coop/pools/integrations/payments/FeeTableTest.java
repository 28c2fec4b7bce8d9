package coop.pools.integrations.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.FeeTable.CardFee;
import java.util.Currency;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeTableTest {
    private static final FeeTable FEES = FeeTable.defaults();
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "EUR, 10000, 175",
        "EUR, 1000, 40",
        "EUR, 1001, 41",
        "USD, 10000, 320",
        "JPY, 1000, 36",
        "JPY, 1001, 37",
        "THB, 10000, 500",
        "EUR, 0, 0",
        "EUR, -5, 0",
        "EUR, 10, 10"
    })
    void feeIsAShareRoundedUpPlusAFixedPartAndNeverMoreThanTheAmount(String currency, long amount, long fee) {
        assertThat(FEES.estimate(amount, Currency.getInstance(currency))).isEqualTo(fee);
    }

    @Property
    void feeGrowsWithTheAmount(@ForAll @LongRange(min = 1, max = 99_999_998) long amount) {
        assertThat(FEES.estimate(amount + 1, EUR)).isBetween(FEES.estimate(amount, EUR), amount + 1);
    }

    @Test
    void ownTermsReplaceTheDefaults() {
        FeeTable own = new FeeTable(Map.of("EUR", new CardFee(100, 5)), 0);
        assertThat(own.estimate(10_000, EUR)).isEqualTo(105);
        assertThat(own.estimate(10_000, Currency.getInstance("USD"))).isZero();
    }

    @Test
    void sharesAreBasisPointsOfTheWhole() {
        assertThatThrownBy(() -> new CardFee(10_001, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CardFee(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FeeTable(Map.of(), -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
