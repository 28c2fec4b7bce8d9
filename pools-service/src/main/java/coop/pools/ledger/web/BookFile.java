package coop.pools.ledger.web;

import coop.pools.ledger.BookName;
import coop.pools.ledger.domain.Head;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A whole book as a file that can be verified without Pools' database: JSON Lines in UTF-8. The first line is the
 * header ({@code format, book, kind, slug, name, currency, openedAt, head: {seq, hash}, exportedAt}); each further line
 * is one entry with every hashed field, the salt and text of its memo where it has not been erased, and its hash.
 * Bytes are lower-case hexadecimal, instants ISO-8601 in UTC. A reader knows the format by the name in the header.
 *
 * @param name whose book it is
 * @param head up to which entry the file reaches
 */
public record BookFile(BookName name, Head head, Instant exportedAt) {
    /** Changes when a reader of the old form would misread the new one. */
    public static final String FORMAT = "pools-book-1";

    public static final String MEDIA_TYPE = "application/x-ndjson";

    static final HexFormat HEX = HexFormat.of();
}
