package coop.pools.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndPoolTest {
    @ParameterizedTest
    @CsvSource({"5293,KWD,5290", "7,KWD,0", "12345,HUF,12300", "5293,EUR,5293", "1,JPY,1", "5,XTS,5"})
    void theRestIsPaidAsFarAsTheProcessorSendsItAndWhatIsLessHoldsNoEndUp(long left, String currency, long paid) {
        assertThat(EndPool.payable(Money.of(left, currency))).isEqualTo(Money.of(paid, currency));
    }

    @Test
    void whatIsOnItsWayHoldsTheEndUp() {
        assertThat(isUnderWay(Map.of(Accounts.onTheWayTo("river"), 1L), "EUR")).isTrue();
        assertThat(isUnderWay(Map.of(Accounts.COMING_HOME, 1L), "EUR")).isTrue();
        assertThat(isUnderWay(Map.of(Accounts.onTheWayTo("river"), 0L, Accounts.COMING_HOME, 0L), "EUR"))
                .isFalse();
        assertThat(isUnderWay(Map.of(Accounts.AVAILABLE, 5L), "EUR")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "500,0,EUR,true",
        "500,499,EUR,true",
        "500,500,EUR,false",
        "500,700,EUR,false",
        "7,0,KWD,false",
        "17,10,KWD,false",
        "17,0,KWD,true"
    })
    void whatTheOperatorHasHoldsTheEndUpOnlyIfItCanBeSent(long there, long owed, String currency, boolean held) {
        assertThat(isUnderWay(Map.of(Accounts.WITH_OPERATOR, there, Accounts.OWED_TO_OPERATOR, owed), currency))
                .isEqualTo(held);
    }

    private static boolean isUnderWay(Map<String, Long> balances, String currency) {
        Map<String, Money> accounts = balances.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Money.of(one.getValue(), currency)));
        return EndPool.isUnderWay(accounts, Currency.getInstance(currency));
    }
}
