package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The form of a round to open: what it shows is what it reads, also of rounds that came through the API. */
class RoundFormTest {
    private static final Bodies.Body POOL =
            new Bodies.Body(BodyRef.pool(new UUID(1, 1)), "Sunday readers", "sunday-readers", "EUR");

    @Test
    void whatIsShownIsWhatIsRead() {
        List<RoundOrder.Line> lines = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            boolean present = i % 2 == 0;
            lines.add(new RoundOrder.Line(
                    present ? Optional.of("shelf-" + i) : Optional.empty(),
                    present ? "" : "Wish " + i,
                    present ? "" : "For all of us",
                    eur(100 + i),
                    i % 3 == 0 ? Optional.of(eur(50)) : Optional.empty()));
        }
        Instant soon = Instant.parse("2030-01-01T10:00:00Z");
        for (RoundOrder.Times times : List.of(
                RoundOrder.Times.days(14),
                new RoundOrder.Times(Optional.of(soon), Optional.empty(), 3),
                new RoundOrder.Times(Optional.empty(), Optional.of(soon), 0))) {
            RoundOrder.Open order = new RoundOrder.Open("Spring", eur(1_050), lines, times, true);
            assertThat(RoundForm.open(POOL, form(RoundForm.typed(order)))).isEqualTo(new Action.Round(order));
        }
        RoundOrder.End end = new RoundOrder.End(new UUID(2, 2), true);
        assertThat(RoundForm.end(form(RoundForm.typed(end)))).isEqualTo(new Action.Round(end));
    }

    @Test
    void whatIsMissingIsNamed() {
        MultivaluedMap<String, String> form = form(Map.of("round", "Spring", "amount", "10", "days", "14"));
        assertThat(refusedField(form)).isEqualTo("bucket1");
        form.putSingle("new1", "Tent");
        assertThat(refusedField(form)).isEqualTo("target1");
        form.putSingle("target1", "5");
        form.putSingle("days", "0");
        assertThat(refusedField(form)).isEqualTo("days");
        form.putSingle("days", "1");
        form.putSingle("bucket1", "shelf");
        assertThat(refusedField(form)).isEqualTo("new1");
    }

    private static Object refusedField(MultivaluedMap<String, String> form) {
        Refused[] refused = new Refused[1];
        assertThatThrownBy(() -> RoundForm.open(POOL, form))
                .isInstanceOfSatisfying(Refused.class, no -> refused[0] = no);
        return refused[0].facts().get("field");
    }

    private static MultivaluedMap<String, String> form(Map<String, String> typed) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        typed.forEach(form::putSingle);
        return form;
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
