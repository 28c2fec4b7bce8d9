package coop.pools.notify.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;

class IcsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");

    @Test
    void everyTitleComesBackAsItWasAndNoLineIsTooLong() throws Exception {
        String nasty = "Röcke, Hüte; \\n \"☕\" 👩‍👩‍👧".repeat(12) + "\r\nEND:VEVENT\rX:\u00001";
        String text = Ics.of("Ana's, Pool; x", List.of(deadline(nasty, false), deadline("", true)), site(), NOW);
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\r").doesNotContain("\n");
        }
        Calendar read = new CalendarBuilder().build(new StringReader(text));
        read.validate();
        List<Component> events = List.copyOf(read.getComponents("VEVENT"));
        assertThat(events).hasSize(2);
        assertThat(value(events.get(0), "SUMMARY"))
                .isEqualTo("Vote closes: "
                        + nasty.replace("\r\n", "\n").replace("\r", "\n").replace("\u0000", " "));
        assertThat(value(events.get(0), "DTSTART")).isEqualTo("20260308T120000Z");
        assertThat(value(events.get(0), "UID")).isEqualTo(new UUID(1, 2) + "-closes@pools.example");
        assertThat(value(events.get(0), "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(events.get(1), "STATUS")).isEqualTo("CANCELLED");
    }

    private static String value(Component event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static Ics.Site site() {
        return new Ics.Site("pools.example", "https://pools.example/");
    }

    private static Deadline deadline(String title, boolean cancelled) {
        Instant at = Instant.parse("2026-03-08T12:00:00Z");
        return new Deadline(new UUID(1, 2), "closes", title, "Games, \\ Co", at, cancelled);
    }
}
