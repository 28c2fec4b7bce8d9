package coop.pools.integrations.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChargeCurrenciesTest {
    static Stream<ChargeCurrencies.Row> everyCurrency() {
        return ChargeCurrencies.rows();
    }

    @ParameterizedTest
    @MethodSource("everyCurrency")
    void unitHasAsManyDecimalsAsIsoSays(ChargeCurrencies.Row row) {
        assertThat(Currency.getInstance(row.code()).getDefaultFractionDigits()).isEqualTo(row.unit().digits);
    }

    @ParameterizedTest
    @MethodSource("everyCurrency")
    void whatCanBeChargedCrossesAndComesBackTheSame(ChargeCurrencies.Row row) {
        Currency currency = Currency.getInstance(row.code());
        ChargeLimits limits = ChargeCurrencies.limits(currency);
        assertThat(limits.supported()).isTrue();
        assertThat(limits.chargeable(limits.minimumMinor())).isTrue();
        assertThat(limits.chargeable(limits.minimumMinor() - limits.stepMinor()))
                .isFalse();
        for (long minor = limits.minimumMinor();
                minor <= limits.minimumMinor() * 1000;
                minor += limits.minimumMinor() * 7) {
            long theirs = ChargeCurrencies.theirs(minor, currency).orElseThrow();
            assertThat(ChargeCurrencies.ours(theirs, currency)).hasValue(minor);
            assertThat(ChargeCurrencies.ours(-theirs, currency)).hasValue(-minor);
        }
        assertThat(ChargeCurrencies.theirs(limits.maximumMinor(), currency).orElseThrow())
                .isBetween(99_999_900L, 99_999_999L);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 2500, 2500",
        "JPY, 2500, 2500",
        "ISK, 5, 500",
        "UGX, 3700, 370000",
        "HUF, 12345, 12345",
        "TWD, 4500, 4500",
        "MGA, 300000, 3000",
        "KWD, 5120, 5120",
    })
    void amountsAreAsTheProcessorWritesThem(String code, long ours, long theirs) {
        Currency currency = Currency.getInstance(code);
        assertThat(ChargeCurrencies.theirs(ours, currency)).hasValue(theirs);
        assertThat(ChargeCurrencies.ours(theirs, currency)).hasValue(ours);
    }

    @Test
    void whatCannotBeSaidIsNotRounded() {
        assertThat(ChargeCurrencies.theirs(150, Currency.getInstance("MGA"))).isEqualTo(OptionalLong.empty());
        assertThat(ChargeCurrencies.ours(150, Currency.getInstance("ISK"))).isEqualTo(OptionalLong.empty());
        assertThat(ChargeCurrencies.ours(Long.MAX_VALUE, Currency.getInstance("MGA")))
                .isEqualTo(OptionalLong.empty());
        assertThat(ChargeCurrencies.ours(1, Currency.getInstance("XXX"))).isEqualTo(OptionalLong.empty());
    }

    @Test
    void someCurrenciesAreChargedAndSentInStepsOnly() {
        assertThat(ChargeCurrencies.limits(Currency.getInstance("KWD")).chargeable(1005))
                .isFalse();
        assertThat(ChargeCurrencies.limits(Currency.getInstance("KWD")).chargeable(1010))
                .isTrue();
        assertThat(ChargeCurrencies.limits(Currency.getInstance("HUF")).chargeable(17_501))
                .isTrue();
        assertThat(ChargeCurrencies.limits(Currency.getInstance("HUF")).transferStepMinor())
                .isEqualTo(100);
    }

    @Test
    void limitsAreInTheSmallestUnitOfEachCurrency() {
        assertThat(ChargeCurrencies.limits(Currency.getInstance("EUR")))
                .isEqualTo(new ChargeLimits(true, 50, 99_999_999, 1, 1));
        assertThat(ChargeCurrencies.limits(Currency.getInstance("JPY")))
                .isEqualTo(new ChargeLimits(true, 50, 99_999_999, 1, 1));
        assertThat(ChargeCurrencies.limits(Currency.getInstance("ISK")))
                .isEqualTo(new ChargeLimits(true, 100, 999_999, 1, 1));
        assertThat(ChargeCurrencies.limits(Currency.getInstance("XXX"))).isEqualTo(ChargeLimits.UNSUPPORTED);
    }

    @Test
    void codesAreReadInAnyCaseAndNonsenseIsNone() {
        assertThat(ChargeCurrencies.supported("eur")).contains(Currency.getInstance("EUR"));
        assertThat(Stream.of("", "e", "euro", "zzz", "ЕUR").flatMap(code -> ChargeCurrencies.supported(code).stream()))
                .isEmpty();
    }
}
