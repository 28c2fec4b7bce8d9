package coop.pools.ledger;

import coop.pools.ledger.domain.Flow;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which entries to show; what is empty does not matter.
 *
 * @param text part of the words, in any case
 * @param account one side is this account
 * @param from not booked before
 * @param until booked before
 * @param leastMinor at least so much, in the book's smallest unit
 * @param mostMinor at most so much
 */
public record EntryFilter(
        String text,
        Optional<Flow> flow,
        Optional<String> account,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> leastMinor,
        Optional<Long> mostMinor) {
    public static final EntryFilter NONE = new EntryFilter(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** A pattern for SQL's {@code like ... escape '!'}, against lower-case words. */
    public String pattern() {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + plain + "%";
    }

    /** The flow's name; empty for all. */
    public String flowName() {
        return flow.map(Flow::name).orElse("");
    }
}
