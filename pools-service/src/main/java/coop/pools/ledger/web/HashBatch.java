package coop.pools.ledger.web;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Part of a book's file and the texts made of its lines, to be hashed on another thread: each line names the hash before
 * it, so that no text has to wait for another's hash.
 */
final class HashBatch {
    private static final int HASH = 32;

    /** The bytes as they were read; one more than can be filled, and the last is always zero. */
    final byte[] in;

    /** Texts one after the other. */
    final byte[] texts;

    private final int[] ends;
    private final int[] expected;
    private final MessageDigest sha256;
    private int count;
    private int size;

    HashBatch(int bytes) {
        in = new byte[bytes + 1];
        texts = new byte[2 * bytes];
        ends = new int[bytes / 64];
        expected = new int[bytes / 64];
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void clear() {
        count = 0;
        size = 0;
    }

    /** Where the next text begins. */
    int size() {
        return size;
    }

    int count() {
        return count;
    }

    /** Whether there is room for the texts of a line of so many bytes. */
    boolean hasRoom(int bytes) {
        return count + 2 <= ends.length && size + bytes + 1024 <= texts.length;
    }

    /** The text reaches to here, and its hash must be the hexadecimal digits at that place of the file. */
    void add(int end, int expectedAt) {
        ends[count] = end;
        expected[count] = expectedAt;
        count++;
        size = end;
    }

    /** Forgets what was added after so many texts. */
    void backTo(int oldCount) {
        count = oldCount;
        size = oldCount == 0 ? 0 : ends[oldCount - 1];
    }

    boolean isGood() {
        byte[] digest = new byte[HASH];
        byte[] hex = new byte[2 * HASH];
        int from = 0;
        for (int i = 0; i < count; i++) {
            sha256.update(texts, from, ends[i] - from);
            from = ends[i];
            try {
                sha256.digest(digest, 0, HASH);
            } catch (DigestException e) {
                throw new IllegalStateException(e);
            }
            HexDigits.write(digest, HASH, hex, 0);
            if (!PlainBytes.same(hex, 0, in, expected[i], hex.length)) {
                return false;
            }
        }
        return true;
    }
}
