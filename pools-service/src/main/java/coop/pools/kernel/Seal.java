package coop.pools.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what is stored with AES-256-GCM, under a key derived from a secret that is not stored beside it. */
public final class Seal {
    private static final int IV_BYTES = 12;

    private final SecretKeySpec key;

    private Seal(String material) {
        this.key = new SecretKeySpec(IdSource.sha256(material.getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /** @param purpose keeps keys of different uses apart */
    public static Seal of(String purpose, String secret) {
        return new Seal(purpose + "\n" + secret);
    }

    public byte[] seal(byte[] open, IdSource ids) {
        byte[] iv = Arrays.copyOf(ids.newSalt(), IV_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, open);
        byte[] result = Arrays.copyOf(iv, IV_BYTES + sealed.length);
        System.arraycopy(sealed, 0, result, IV_BYTES, sealed.length);
        return result;
    }

    /** @throws IllegalStateException when it was sealed with another key or altered */
    public byte[] open(byte[] sealed) {
        byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, IV_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, iv, rest);
    }

    private byte[] run(int mode, byte[] iv, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, iv));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed cannot be read", e);
        }
    }
}
