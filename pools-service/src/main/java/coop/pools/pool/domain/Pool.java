package coop.pools.pool.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/**
 * A group that holds money together. Its id is also the id of its book and of its bylaws.
 *
 * @param slug its word in addresses: small ASCII letters, digits and hyphens, at most 70; never changes
 * @param currency ISO 4217
 * @param legalForm of its bylaws, for example {@code una}
 * @param rosterVersion raised by each joining and leaving, from 0
 */
public record Pool(
        UUID id, String slug, String name, String currency, String legalForm, long rosterVersion, Instant createdAt) {
    public Currency money() {
        return Currency.getInstance(currency);
    }
}
