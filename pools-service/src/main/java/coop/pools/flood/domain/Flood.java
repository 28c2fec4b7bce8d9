package coop.pools.flood.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Pools that hold money together for one purpose.
 *
 * @param slug its address, never changes
 * @param name 3 to 80 characters, one line
 * @param purpose 3 to 600 characters, one line
 * @param currency ISO 4217; that of every Pool in it
 * @param founder the person who named the Pools; has no power beyond that
 * @param commons whether every Pool of the installation belongs to it by itself, without stakes
 */
public record Flood(
        UUID id,
        String slug,
        String name,
        String purpose,
        String currency,
        FloodState state,
        UUID founder,
        Instant createdAt,
        boolean commons) {
    public Flood in(FloodState next) {
        return new Flood(id, slug, name, purpose, currency, next, founder, createdAt, commons);
    }

    /** The same Flood at another address. */
    public Flood at(String otherSlug) {
        return new Flood(id, otherSlug, name, purpose, currency, state, founder, createdAt, commons);
    }
}
