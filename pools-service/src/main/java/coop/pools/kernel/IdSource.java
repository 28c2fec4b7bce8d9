package coop.pools.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;

/** Makes ids and secrets; the only source of chance in the product, so that tests can replace it. */
public final class IdSource {
    /**
     * As both databases order ids, which is as their texts; {@link UUID#compareTo} puts the upper half of them first.
     * Whoever locks several rows locks them in this order, so that nobody waits for each other.
     */
    public static final Comparator<UUID> IN_ORDER = (one, other) -> {
        int halves = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return halves != 0
                ? halves
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final Clock clock;
    private final SecureRandom random;

    public IdSource(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A time-ordered id: UUID version 7 (RFC 9562, section 5.7). */
    public UUID newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.putLong(0, clock.millis() << 16 | 0x7000 | buffer.getShort(6) & 0x0fff);
        buffer.putLong(8, buffer.getLong(8) & 0x3fffffffffffffffL | 0x8000000000000000L);
        return new UUID(buffer.getLong(0), buffer.getLong(8));
    }

    /** 256 random bits in URL-safe Base64, 43 characters: for tokens, states and salts. */
    public String newSecret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Random bytes, for salts. */
    public byte[] newSalt() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }

    /**
     * The id that belongs to a name, the same each time: UUID version 8 over SHA-256 (RFC 9562, section 5.8). A
     * creation that derives its id from the caller and the idempotency key can be repeated without doubling.
     */
    public static UUID derivedId(String... nameParts) {
        byte[] digest = sha256(String.join("\n", nameParts).getBytes(StandardCharsets.UTF_8));
        ByteBuffer buffer = ByteBuffer.wrap(digest);
        long high = buffer.getLong(0) & 0xffffffffffff0fffL | 0x8000L;
        long low = buffer.getLong(8) & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** SHA-256 of the bytes, 32 bytes long. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
