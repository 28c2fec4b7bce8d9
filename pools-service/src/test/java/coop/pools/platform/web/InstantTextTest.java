package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void quartersAreToldByTheirMonths() {
        assertThat(InstantText.quarter("2026-Q4")).isEqualTo("October to December 2026");
        assertThat(InstantText.quarter("2027-Q1")).isEqualTo("January to March 2027");
        assertThat(InstantText.quarter("2027-Q5")).isEqualTo("2027-Q5");
        assertThat(new Sentences().filled("none", "for_{quarter}", Map.of("quarter", "2027-Q2")))
                .isEqualTo("for April to June 2027");
    }

    @Test
    void momentsInATextAreToldByAnotherClockWhichIsNamed() {
        String text = "It closes on 31 December 2026, 18:05 UTC. Ask for 35 Movember 2026, 18:05 UTC, too.";
        assertThat(InstantText.in(ZoneId.of("Asia/Tokyo"), text))
                .isEqualTo(
                        "It closes on 1 January 2027, 03:05 (Asia/Tokyo). Ask for 35 Movember 2026, 18:05 UTC, too.");
        assertThat(InstantText.in(ZoneId.of("Europe/Berlin"), "On 1 July 2026, 00:30 UTC"))
                .isEqualTo("On 1 July 2026, 02:30 (Europe/Berlin)");
        assertThat(InstantText.in(ZoneId.of("UTC"), text)).isEqualTo(text);
    }
}
