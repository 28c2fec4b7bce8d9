package coop.pools.ledger.web;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through printable ASCII eight bytes at a time (Hacker's Delight, 6-1: finding a byte in a word). */
final class PlainBytes {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';

    private PlainBytes() {}

    /**
     * Where the first quote, backslash, control character or byte beyond ASCII stands; the array must hold one.
     * A byte that is none of these leaves its top bit clear in all five terms, up to the first that is one.
     */
    static int end(byte[] in, int from) {
        int at = from;
        while (at + Long.BYTES <= in.length) {
            long eight = (long) EIGHT.get(in, at);
            long found =
                    (eight - BLANKS | (eight ^ QUOTES) - ONES | (eight ^ BACKSLASHES) - ONES | eight + ONES | eight)
                            & TOPS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
            }
            at += Long.BYTES;
        }
        while (in[at] >= ' ' && in[at] != '"' && in[at] != '\\' && in[at] != 0x7f) {
            at++;
        }
        return at;
    }

    /** Whether so many bytes are the same here and there. */
    static boolean same(byte[] here, int at, byte[] there, int from, int length) {
        if (length < Long.BYTES) {
            return sameFew(here, at, there, from, length);
        }
        int last = length - Long.BYTES;
        long differing = (long) EIGHT.get(here, at + last) ^ (long) EIGHT.get(there, from + last);
        for (int i = 0; i < last; i += Long.BYTES) {
            differing |= (long) EIGHT.get(here, at + i) ^ (long) EIGHT.get(there, from + i);
        }
        return differing == 0;
    }

    private static boolean sameFew(byte[] here, int at, byte[] there, int from, int length) {
        int differing = 0;
        for (int i = 0; i < length; i++) {
            differing |= here[at + i] ^ there[from + i];
        }
        return differing == 0;
    }

    /** A number that is the same for the same bytes; made of the first and the last eight. */
    static int mixed(byte[] in, int from, int to) {
        long mixed = to - from;
        if (to - from >= Long.BYTES) {
            mixed += (long) EIGHT.get(in, from) * 0x9E3779B97F4A7C15L;
            mixed ^= (long) EIGHT.get(in, to - Long.BYTES) * 0xC2B2AE3D27D4EB4FL;
        } else {
            for (int i = from; i < to; i++) {
                mixed = 31 * mixed + in[i];
            }
        }
        return (int) (mixed >>> 40 ^ mixed >>> 13);
    }
}
