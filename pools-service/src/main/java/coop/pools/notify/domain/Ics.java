package coop.pools.notify.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Writes a calendar as RFC 5545 has it: lines end with CRLF and are folded at 75 bytes. */
public final class Ics {
    private static final int MOST_BYTES = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Map<String, String> WORDS = Map.of(
            "opens",
            "Vote opens",
            "closes",
            "Vote closes",
            "enacts",
            "Carried out",
            "second",
            "The second vote can be proposed",
            Deadline.ROUND_CLOSES,
            "Round closes");

    private Ics() {}

    /** @param pages what every address here begins with */
    public record Site(String host, String pages) {}

    /**
     * The whole calendar.
     *
     * @param site where the pages stand
     */
    public static String of(String name, List<Deadline> deadlines, Site site, Instant now) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Pools//Deadlines 1//EN");
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        line(out, "X-WR-CALNAME:" + escaped(name));
        line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        deadlines.forEach(deadline -> event(out, deadline, site, now));
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void event(StringBuilder out, Deadline deadline, Site site, Instant now) {
        boolean round = deadline.kind().equals(Deadline.ROUND_CLOSES);
        String page = site.pages() + (round ? "rounds/" : "proposals/") + deadline.proposal();
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + deadline.proposal() + "-" + deadline.kind() + "@" + site.host());
        line(out, "DTSTAMP:" + STAMP.format(now));
        line(out, "DTSTART:" + STAMP.format(deadline.at()));
        line(out, "SUMMARY:" + escaped(WORDS.get(deadline.kind()) + ": " + deadline.title()));
        line(out, "DESCRIPTION:" + escaped(deadline.place() + "\n" + page));
        line(out, "URL:" + page);
        line(out, "STATUS:" + (deadline.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line(out, "TRANSP:TRANSPARENT");
        line(out, "END:VEVENT");
    }

    /** A text value: only a line break may stay of the control characters, as {@code \n}. */
    static String escaped(String text) {
        return text.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folded between characters, never inside one. */
    private static void line(StringBuilder out, String content) {
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            int codePoint = content.codePointAt(at);
            String character = new String(Character.toChars(codePoint));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > MOST_BYTES) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(character);
            bytes += size;
            at += Character.charCount(codePoint);
        }
        out.append("\r\n");
    }
}
