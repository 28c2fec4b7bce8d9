package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.domain.FloodRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Sentences;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockedTest {
    @Test
    void amountsInTheReasonAreReadAsAmounts() {
        Refused refused = new Refused(
                FloodRefusal.FLOOD_SHORTFALL,
                Map.of(
                        "pool",
                        "Sunday Kitchen",
                        "share",
                        Money.of(64, "EUR"),
                        "free",
                        Money.of(0, "EUR"),
                        "lacking",
                        Money.of(64, "EUR")));
        Blocked kept = Blocked.of(refused, Instant.EPOCH);
        assertThat(kept.facts().get("share")).isEqualTo(Map.of("amountMinor", 64L, "currency", "EUR"));
        assertThat(new Sentences().filled("refusal." + kept.code(), kept.code(), kept.facts()))
                .startsWith(
                        "Sunday Kitchen would have to give €0.64 and has €0.00 free. Together the Pools lack €0.64,");
    }
}
