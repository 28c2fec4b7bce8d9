package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveKeyTest {
    @ParameterizedTest
    @CsvSource({
        "sk_live_1, true",
        "rk_live_1, true",
        "sk_org_live_1, true",
        "' sk_live_1\n', true",
        "sk_test_1, false",
        "'', false"
    })
    void aLiveKeyIsSeenWhateverStandsAroundIt(String key, boolean live) {
        PoolsConfiguration.Payments payments = new PoolsConfiguration.Payments("stripe", key, "", "", "", "");
        assertThat(payments.isLive()).isEqualTo(live);
        assertThat(payments.secretKey()).isEqualTo(key.strip());
    }
}
