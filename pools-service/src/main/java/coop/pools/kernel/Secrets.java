package coop.pools.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Hashes of secrets: what is stored, and what is derived from a browser's secret. */
public final class Secrets {
    private Secrets() {}

    public static byte[] hash(String secret) {
        return IdSource.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The form token that belongs to a browser's secret; the secret cannot be told from it. */
    public static String formToken(String browserSecret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("form\n" + browserSecret));
    }

    /** Compares in constant time. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
