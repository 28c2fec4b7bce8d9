package coop.pools.payout.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payout by which a Pool with an account of its own hands money over to whoever holds a Flood's. It is the Pool's stake
 * from the moment that it has arrived there.
 *
 * @param arrivedAt empty while it is on its way
 */
public record HandOver(UUID payout, UUID flood, String floodSlug, Optional<Instant> arrivedAt) {
    /** Banks drop hyphens, and break lines. */
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{32}");

    /** The payouts that words on a movement name, in their order: a payout's reference is its id. */
    public static List<UUID> named(String words) {
        List<UUID> found = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(words.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
        while (matcher.find()) {
            found.add(
                    UUID.fromString(matcher.group().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
        }
        return found;
    }
}
