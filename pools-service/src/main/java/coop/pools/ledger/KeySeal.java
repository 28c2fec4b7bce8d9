package coop.pools.ledger;

import coop.pools.kernel.IdSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the signing key with AES-256-GCM under a secret that every node has and the database has not. Without a secret
 * the key stands open in the database.
 */
public final class KeySeal {
    private static final int IV_BYTES = 12;

    private final Optional<SecretKeySpec> key;
    private final IdSource ids;

    /** @param secret empty for none */
    public KeySeal(String secret, IdSource ids) {
        byte[] material = ("pools-signing-key-1\n" + secret).getBytes(StandardCharsets.UTF_8);
        this.key =
                secret.isBlank() ? Optional.empty() : Optional.of(new SecretKeySpec(IdSource.sha256(material), "AES"));
        this.ids = ids;
    }

    boolean isSealing() {
        return key.isPresent();
    }

    byte[] seal(byte[] open) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(ids.newSalt(), IV_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, open);
        byte[] result = Arrays.copyOf(iv, IV_BYTES + sealed.length);
        System.arraycopy(sealed, 0, result, IV_BYTES, sealed.length);
        return result;
    }

    /** @throws GeneralSecurityException when it was sealed with another secret or altered */
    byte[] open(byte[] sealed) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
        return run(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(sealed, IV_BYTES, sealed.length));
    }

    private byte[] run(int mode, byte[] iv, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, key.orElseThrow(() -> new GeneralSecurityException("no secret")), new GCMParameterSpec(128, iv));
        return cipher.doFinal(bytes);
    }
}
