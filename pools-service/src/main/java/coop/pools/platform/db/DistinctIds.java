package coop.pools.platform.db;

import java.util.Arrays;

/**
 * Counts ids, each once however often it comes. They are kept as their halves, so that a million are no million objects,
 * and in parts by what they are mixed to: equal ones are in one part, and the table for one part fits the processor's
 * cache, where one large table would be waited for.
 */
public final class DistinctIds implements NumberRows.Ids {
    private static final int PARTS = 256;
    private static final int FIRST_ROOM = 16;

    private final long[][] parts = new long[PARTS][FIRST_ROOM];
    /** How many halves of each part are in use. */
    private final int[] used = new int[PARTS];

    @Override
    public void take(long high, long low) {
        int part = (int) (mixed(high, low) >>> 56);
        int at = used[part];
        if (at == parts[part].length) {
            parts[part] = Arrays.copyOf(parts[part], at * 2);
        }
        parts[part][at] = high;
        parts[part][at + 1] = low;
        used[part] = at + 2;
    }

    /** Its upper bits say the part, and others the place in the part's table. */
    private static long mixed(long high, long low) {
        return (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    }

    /** How many different ones have come. */
    public int count() {
        int count = 0;
        for (int part = 0; part < PARTS; part++) {
            count += count(parts[part], used[part]);
        }
        return count;
    }

    /** In an open table, half full at most, of where ids stand, from 1 on. */
    private static int count(long[] ids, int end) {
        int[] table = new int[Integer.highestOneBit(Math.max(1, end)) * 2];
        int count = 0;
        for (int at = 0; at < end; at += 2) {
            int slot = (int) (mixed(ids[at], ids[at + 1]) >>> 16) & table.length - 1;
            while (table[slot] != 0 && (ids[table[slot] - 1] != ids[at] || ids[table[slot]] != ids[at + 1])) {
                slot = slot + 1 & table.length - 1;
            }
            if (table[slot] == 0) {
                table[slot] = at + 1;
                count++;
            }
        }
        return count;
    }
}
