package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantTextTest {
    @ParameterizedTest
    @CsvSource({
        "PT71H59M59S, 3 days",
        "PT59H, 2 days",
        "PT61H, 3 days",
        "PT47H, 47 hours",
        "PT2H59M50S, 3 hours",
        "PT1H59M, 119 minutes",
        "PT59.9S, 1 minute",
        "PT1S, 1 minute",
        "-PT71H59M, 3 days"
    })
    void timeToGoIsToldToTheNearest(Duration span, String words) {
        assertThat(InstantText.span(span)).isEqualTo(words);
    }
}
