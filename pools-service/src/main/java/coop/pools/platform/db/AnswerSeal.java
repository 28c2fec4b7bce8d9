package coop.pools.platform.db;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Seal;
import coop.pools.platform.web.IdempotencyKeys.Claim;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Keeps answers from whoever reads the database: some hold a token's or a link's secret, which are stored as hashes
 * everywhere else. The row knows only a hash of the idempotency key; the answer is sealed (AES-256-GCM) with the key
 * itself, so that it is opened by asking again and by nothing else.
 */
final class AnswerSeal {
    private final IdSource ids;

    AnswerSeal(IdSource ids) {
        this.ids = ids;
    }

    /** The claim as it is stored: of one length, however long the path and the key are. */
    static Claim hidden(Claim claim) {
        return new Claim(claim.caller(), hex("route", claim.route()), hex("key", secretOf(claim)));
    }

    byte[] seal(Claim claim, byte[] answer) {
        return sealOf(claim).seal(answer, ids);
    }

    byte[] open(Claim claim, byte[] sealed) {
        return sealOf(claim).open(sealed);
    }

    private static Seal sealOf(Claim claim) {
        return Seal.of("pools-answer-1", secretOf(claim));
    }

    private static String secretOf(Claim claim) {
        return claim.caller() + "\n" + claim.route() + "\n" + claim.key();
    }

    private static String hex(String purpose, String text) {
        return HexFormat.of().formatHex(hash(purpose, text));
    }

    private static byte[] hash(String purpose, String text) {
        return IdSource.sha256(("pools-answer-1 " + purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
