package coop.pools.payout.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A payout by which a Pool with an account of its own hands money over to whoever holds a Flood's. It is the Pool's stake
 * from the moment that it has arrived there.
 *
 * @param arrivedAt empty while it is on its way
 */
public record HandOver(UUID payout, UUID flood, String floodSlug, Optional<Instant> arrivedAt) {
    /** Whether words on a movement name a payout: its reference is its id. Banks drop hyphens, and break lines. */
    public static boolean isNamedIn(String words, UUID payout) {
        return plain(words).contains(plain(payout.toString()));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
    }
}
