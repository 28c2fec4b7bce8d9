package coop.pools.receipt.domain;

import coop.pools.governance.domain.BodyRef;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that shows what money was or is to be paid for. Its bytes stand beside it, in pieces.
 *
 * @param id random; knowing it opens nothing
 * @param body whose members may see it
 * @param about what it belongs to, from 1 on by {@code no}
 * @param sha256 lower-case hex of the bytes as they are kept
 * @param keptBy who handed it in
 * @param erasedAt since when there are no bytes any more
 */
public record Receipt(
        UUID id,
        BodyRef body,
        UUID about,
        int no,
        ReceiptType type,
        int sizeBytes,
        String sha256,
        UUID keptBy,
        Instant keptAt,
        Purpose purpose,
        Optional<Instant> erasedAt) {
    /** What it belongs to. */
    public enum Purpose {
        MONEY,
        PROPOSAL,
        COMMENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is called when it is saved. */
    public String fileName() {
        return (purpose == Purpose.MONEY ? "receipt-" : "file-") + sha256.substring(0, 12) + "." + type.extension();
    }

    /** For people, for example {@code PDF, 120 kB}. */
    public String words() {
        return type.words() + ", " + Math.max(1, sizeBytes / 1000) + " kB";
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
