package coop.pools.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The end of a book's chain as this installation vouches for it.
 *
 * @param seq how many entries the book had
 * @param hash of the last of them; the genesis hash of an empty book
 * @param at when that entry was booked; when the book was opened, if it was empty
 * @param keyId of the key that signed
 * @param signature Ed25519 over {@link #text}, 64 bytes
 */
public record SignedHead(UUID book, long seq, byte[] hash, Instant at, String keyId, byte[] signature) {
    /** What is signed: five lines in UTF-8, without a line break at the end. */
    public static byte[] text(UUID book, long seq, byte[] hash, Instant at) {
        String lines = String.join(
                "\n",
                "pools-head-1",
                book.toString(),
                Long.toString(seq),
                HexFormat.of().formatHex(hash),
                at.toString());
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] text() {
        return text(book, seq, hash, at);
    }
}
