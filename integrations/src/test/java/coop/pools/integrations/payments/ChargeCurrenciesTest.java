package coop.pools.integrations.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeCurrenciesTest {
    @Test
    void everyTwoDecimalCurrencyHasTwoDecimalsByIsoToo() {
        assertThat(ChargeCurrencies.TWO_DECIMAL.keySet())
                .allMatch(code -> Currency.getInstance(code).getDefaultFractionDigits() == 2);
    }

    @Test
    void everyZeroDecimalCurrencyHasNoneByIsoToo() {
        assertThat(ChargeCurrencies.ZERO_DECIMAL.keySet())
                .allMatch(code -> Currency.getInstance(code).getDefaultFractionDigits() == 0);
    }

    @Test
    void limitsAreInTheSmallestUnitOfEachCurrency() {
        assertThat(ChargeCurrencies.limits(Currency.getInstance("EUR")))
                .isEqualTo(new ChargeLimits(true, 50, 99_999_999));
        assertThat(ChargeCurrencies.limits(Currency.getInstance("JPY")))
                .isEqualTo(new ChargeLimits(true, 50, 99_999_999));
        assertThat(ChargeCurrencies.limits(Currency.getInstance("PLN")).minimumMinor())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISK", "UGX", "HUF", "TWD", "MGA", "KWD", "BHD", "JOD", "OMR", "TND", "XXX"})
    void currenciesWithUnitsOfTheirOwnAreNotSupported(String code) {
        assertThat(ChargeCurrencies.limits(Currency.getInstance(code))).isEqualTo(ChargeLimits.UNSUPPORTED);
        assertThat(ChargeCurrencies.supported(code)).isEmpty();
    }

    @Test
    void codesAreReadInAnyCaseAndNonsenseIsNone() {
        assertThat(ChargeCurrencies.supported("eur")).contains(Currency.getInstance("EUR"));
        assertThat(Stream.of("", "e", "euro", "zzz", "ЕUR").flatMap(code -> ChargeCurrencies.supported(code).stream()))
                .isEmpty();
    }
}
