package coop.pools.governance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionJsonTest {
    private static final UUID ID = UUID.fromString("018f3a5e-0000-7000-8000-000000000001");

    static Stream<Action> actions() {
        return Stream.of(
                new Action.Statement(),
                new Action.Pay(ID, Money.of(12_000, "JPY"), "Room for \"May\" \u20ac"),
                new Action.ChangeRules(Map.of("vote.hours", 72, "vote.base", "all", "flag", true)),
                new Action.JoinFlood(ID),
                new Action.FundFlood(ID, Money.of(Long.MAX_VALUE, "EUR")),
                new Action.LeaveFlood(ID),
                new Action.Pay(ID, Money.of(1, "EUR"), "Tea", Optional.of("kitchen")),
                new Action.Allocate("kitchen", Money.of(1, "KWD")),
                new Action.CloseBucket("kitchen"),
                new Action.Pledge(ID, Money.of(5, "EUR"), 0, Optional.empty()),
                new Action.Pledge(ID, Money.of(5, "EUR"), 250, Optional.of(Money.of(70, "EUR"))),
                new Action.EndPledge(ID),
                new Action.Round(new RoundOrder.End(ID, true)),
                new Action.Round(new RoundOrder.Open(
                        "Spring",
                        Money.of(900, "EUR"),
                        List.of(
                                new RoundOrder.Line(
                                        Optional.of("kitchen"), "", "", Money.of(500, "EUR"), Optional.empty()),
                                new RoundOrder.Line(
                                        Optional.empty(),
                                        "Tent",
                                        "A big one",
                                        Money.of(500, "EUR"),
                                        Optional.of(Money.of(300, "EUR")))),
                        new RoundOrder.Times(Optional.of(Instant.EPOCH), Optional.empty(), 14),
                        true)));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyActionComesBackAsItWas(Action action) {
        assertThat(ActionJson.read(action.type(), ActionJson.write(action))).isEqualTo(action);
    }

    @Test
    void theSameActionIsWrittenTheSameWay() {
        assertThat(ActionJson.write(new Action.Pay(ID, Money.of(5, "EUR"), "Tea")))
                .isEqualTo("{\"amount\":{\"amountMinor\":5,\"currency\":\"EUR\"},\"payee\":\"" + ID
                        + "\",\"purpose\":\"Tea\"}");
    }

    @Test
    void anUnknownTypeStopsTheReader() {
        assertThatThrownBy(() -> ActionJson.read("seize", "{}")).hasMessageContaining("seize");
    }
}
