package coop.pools.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndPoolTest {
    @ParameterizedTest
    @CsvSource({"5293,KWD,5290", "7,KWD,0", "12345,HUF,12300", "5293,EUR,5293", "1,JPY,1", "5,XTS,5"})
    void theRestIsPaidAsFarAsTheProcessorSendsItAndWhatIsLessHoldsNoEndUp(long left, String currency, long paid) {
        assertThat(EndPool.payable(Money.of(left, currency))).isEqualTo(Money.of(paid, currency));
    }
}
