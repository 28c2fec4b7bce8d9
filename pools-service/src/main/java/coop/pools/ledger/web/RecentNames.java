package coop.pools.ledger.web;

import java.util.Arrays;

/** The few names that stand in most lines, so that their ends are known without looking at each letter. */
final class RecentNames {
    private static final int KEPT = 4;

    private final byte[][] names = new byte[KEPT][0];
    private int turn;
    private int oldest;

    /** Where the plain name that begins here ends, at its quote; -1 when it does not end with one. */
    int end(byte[] in, int from) {
        for (int i = 0; i < KEPT; i++) {
            int slot = turn + i & KEPT - 1;
            byte[] name = names[slot];
            int to = from + name.length;
            if (name.length > 0 && to < in.length && in[to] == '"' && PlainBytes.same(in, from, name, 0, name.length)) {
                turn = slot;
                return to;
            }
        }
        int to = PlainBytes.end(in, from);
        if (in[to] != '"') {
            return -1;
        }
        names[oldest] = Arrays.copyOfRange(in, from, to);
        oldest = oldest + 1 & KEPT - 1;
        return to;
    }
}
