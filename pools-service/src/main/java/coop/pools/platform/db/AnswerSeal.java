package coop.pools.platform.db;

import coop.pools.kernel.IdSource;
import coop.pools.platform.web.IdempotencyKeys.Claim;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps answers from whoever reads the database: some hold a token's or a link's secret, which are stored as hashes
 * everywhere else. The row knows only a hash of the idempotency key; the answer is sealed (AES-256-GCM) with the key
 * itself, so that it is opened by asking again and by nothing else.
 */
final class AnswerSeal {
    private static final int IV_BYTES = 12;

    private final IdSource ids;

    AnswerSeal(IdSource ids) {
        this.ids = ids;
    }

    /** The claim as it is stored: of one length, however long the path and the key are. */
    static Claim hidden(Claim claim) {
        return new Claim(claim.caller(), hex("route", claim.route()), hex("key", secretOf(claim)));
    }

    byte[] seal(Claim claim, byte[] answer) {
        byte[] iv = Arrays.copyOf(ids.newSalt(), IV_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, claim, iv, answer);
        byte[] result = Arrays.copyOf(iv, IV_BYTES + sealed.length);
        System.arraycopy(sealed, 0, result, IV_BYTES, sealed.length);
        return result;
    }

    byte[] open(Claim claim, byte[] sealed) {
        byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
        return run(Cipher.DECRYPT_MODE, claim, iv, Arrays.copyOfRange(sealed, IV_BYTES, sealed.length));
    }

    private static byte[] run(int mode, Claim claim, byte[] iv, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(hash("seal", secretOf(claim)), "AES");
            cipher.init(mode, key, new GCMParameterSpec(128, iv));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer cannot be read", e);
        }
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
