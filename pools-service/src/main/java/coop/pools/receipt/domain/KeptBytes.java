package coop.pools.receipt.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The part of a file that is kept, written from front to back. */
final class KeptBytes {
    private final ByteBuffer bytes;

    KeptBytes(int most) {
        bytes = ByteBuffer.allocate(most);
    }

    void write(int one) {
        bytes.put((byte) one);
    }

    void write(byte[] from, int at, int length) {
        bytes.put(from, at, length);
    }

    byte[] all() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
