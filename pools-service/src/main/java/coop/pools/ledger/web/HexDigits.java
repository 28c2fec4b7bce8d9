package coop.pools.ledger.web;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes and lower-case hexadecimal digits, without making objects. */
final class HexDigits {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = values();
    private static final VarHandle TWO = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final short[] PAIRS = pairs();

    private HexDigits() {}

    private static short[] pairs() {
        short[] pairs = new short[256];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (short) (DIGITS[i & 15] << 8 | DIGITS[i >> 4]);
        }
        return pairs;
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length; i++) {
            values[DIGITS[i]] = (byte) i;
        }
        return values;
    }

    static void write(byte[] bytes, int length, byte[] to, int at) {
        for (int i = 0; i < length; i++) {
            TWO.set(to, at + 2 * i, PAIRS[bytes[i] & 255]);
        }
    }

    /** The number of bytes read; -1 when a digit is none or one is missing. */
    static int read(byte[] from, int start, int end, byte[] to) {
        int length = end - start;
        if ((length & 1) != 0 || length / 2 > to.length) {
            return -1;
        }
        int bad = 0;
        for (int i = 0; i < length / 2; i++) {
            int high = VALUES[from[start + 2 * i] & 255];
            int low = VALUES[from[start + 2 * i + 1] & 255];
            bad |= high | low;
            to[i] = (byte) (high << 4 | low);
        }
        return bad < 0 ? -1 : length / 2;
    }

    static boolean areDigits(byte[] in, int from, int to) {
        int bad = 0;
        for (int i = from; i < to; i++) {
            bad |= VALUES[in[i] & 255];
        }
        return bad >= 0;
    }

    /** Whether these 36 bytes are an id as it is always written. */
    static boolean isId(byte[] in, int from) {
        return areDigits(in, from, from + 8)
                && in[from + 8] == '-'
                && areDigits(in, from + 9, from + 13)
                && in[from + 13] == '-'
                && areDigits(in, from + 14, from + 18)
                && in[from + 18] == '-'
                && areDigits(in, from + 19, from + 23)
                && in[from + 23] == '-'
                && areDigits(in, from + 24, from + 36);
    }
}
