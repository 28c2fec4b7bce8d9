package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Money;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25|EUR|2500",
                "12.5|EUR|1250",
                "12,50|EUR|1250",
                " 0.01 |EUR|1",
                "500|JPY|500",
                "1.000|KWD|1000",
                "0,005|KWD|5",
                "300|ISK|300",
                "300.00|HUF|30000"
            })
    void whatIsTypedIsRead(String typed, String currency, long minor) {
        assertThat(MoneyText.read("amount", typed, Currency.getInstance(currency)))
                .isEqualTo(Money.of(minor, currency));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123450|EUR|€1,234.50",
                "500|JPY|JP¥500",
                "1230|KWD|KWD\u00a01.230",
                "-1230|KWD|-KWD\u00a01.230",
                "1200|CHF|CHF\u00a012.00"
            })
    void whatIsWrittenCanBeRead(long minor, String currency, String text) {
        assertThat(MoneyText.of(Money.of(minor, currency))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"EUR,€", "JPY,JP¥", "KWD,KWD\u00a0"})
    void theSignIsWhatStandsBeforeTheDigits(String currency, String sign) {
        assertThat(MoneyText.sign(Currency.getInstance(currency))).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.000|EUR",
                "1,000|EUR",
                "100.000|JPY",
                "1.0|JPY",
                "10,000|ISK",
                "1.5|UGX",
                "1.0000|KWD",
                "1,000|KWD",
                "125,250|BHD",
                "1 000|EUR",
                "1.000.000|EUR",
                "-5|EUR",
                "+5|EUR",
                "1e3|EUR",
                "€5|EUR",
                ".5|EUR",
                "5.|EUR",
                "''|EUR",
                "٥|EUR"
            })
    void whatCouldMeanAThousandTimesAsMuchIsRefusedAsIsAllElse(String typed, String currency) {
        assertThatThrownBy(() -> MoneyText.read("amount", typed, Currency.getInstance(currency)))
                .hasMessage("INVALID_FIELD");
    }
}
