package coop.pools.payout.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A payout by which a Pool with an account of its own hands money over to whoever holds a Flood's. It is the Pool's stake
 * from the moment that it has arrived there.
 *
 * @param arrivedAt empty while it is on its way
 */
public record HandOver(UUID payout, UUID flood, String floodSlug, Optional<Instant> arrivedAt) {
    private static final Pattern NUMBER = Pattern.compile("(?=([0-9a-f]{32}))");

    /**
     * The numbers of payouts that words on a movement can mean, in their order: a payout's reference is its id. Banks drop
     * hyphens, and break lines. Where letters stand before it that could be part of it there are several.
     */
    public static List<UUID> numbersIn(String words) {
        return NUMBER.matcher(plain(words))
                .results()
                .map(found -> found.group(1))
                .map(HandOver::number)
                .distinct()
                .toList();
    }

    private static UUID number(String digits) {
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
    }
}
