package coop.pools.governance.domain;

/**
 * Gives ids places in arrays, so that a million of them are no million objects: an open table of both halves of each id
 * beside each other, whose slots are the places. Places run from 0 to {@link #room}, with gaps.
 */
public final class PeopleIndex {
    /** Nobody's place. */
    public static final int NOBODY = -1;

    private final int mask;
    private final long[] halves;
    private int size;
    /** An id of zeros, which marks empty slots, has a place behind them. */
    private boolean zero;

    /** @param most how many there may be */
    public PeopleIndex(int most) {
        int slots = Integer.highestOneBit(Math.max(8, most) * 2 - 1) * 2;
        mask = slots - 1;
        halves = new long[slots * 2];
    }

    /** The place of an id, a new one if need be. */
    public int add(long high, long low) {
        if ((high | low) == 0) {
            size += zero ? 0 : 1;
            zero = true;
            return mask + 1;
        }
        int slot = slot(high, low);
        if (isEmpty(slot)) {
            if (++size > mask - mask / 8) {
                throw new IllegalStateException("more ids than were announced");
            }
            halves[slot * 2] = high;
            halves[slot * 2 + 1] = low;
        }
        return slot;
    }

    /** The place of an id, or {@link #NOBODY}. */
    public int of(long high, long low) {
        if ((high | low) == 0) {
            return zero ? mask + 1 : NOBODY;
        }
        int slot = slot(high, low);
        return isEmpty(slot) ? NOBODY : slot;
    }

    /** How many ids there are. */
    public int size() {
        return size;
    }

    /** More than any place. */
    public int room() {
        return mask + 2;
    }

    private boolean isEmpty(int slot) {
        return (halves[slot * 2] | halves[slot * 2 + 1]) == 0;
    }

    /** Where it is, or the empty slot where it would be. */
    private int slot(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (!isEmpty(slot) && (halves[slot * 2] != high || halves[slot * 2 + 1] != low)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
