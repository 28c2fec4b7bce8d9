package coop.pools.identity;

import coop.pools.kernel.IdSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals access tokens with AES-256-GCM before they are stored. The key is derived from the provider's client secret,
 * which every node has and the database has not; a new client secret makes old tokens unreadable, and people sign in
 * again.
 */
public final class TokenSeal {
    private static final int IV_BYTES = 12;

    private final SecretKeySpec key;
    private final IdSource ids;

    public TokenSeal(String clientSecret, IdSource ids) {
        byte[] material = ("pools-source-token-1\n" + clientSecret).getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(IdSource.sha256(material), "AES");
        this.ids = ids;
    }

    public byte[] seal(String token) {
        byte[] iv = Arrays.copyOf(ids.newSalt(), IV_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, token.getBytes(StandardCharsets.UTF_8));
        byte[] result = Arrays.copyOf(iv, IV_BYTES + sealed.length);
        System.arraycopy(sealed, 0, result, IV_BYTES, sealed.length);
        return result;
    }

    /** @throws IllegalStateException when it was sealed with another key or altered */
    public String open(byte[] sealed) {
        byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, IV_BYTES, sealed.length);
        return new String(run(Cipher.DECRYPT_MODE, iv, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] iv, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, iv));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored access token cannot be read", e);
        }
    }
}
