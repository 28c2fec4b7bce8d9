package coop.pools.platform.db;

/** Counts ids, each once however often it comes: an open table of their halves, so that a million are no million objects. */
public final class DistinctIds implements NumberRows.Ids {
    private static final int FIRST_ROOM = 1 << 10;

    /** Two halves for each slot, both 0 where it is empty. */
    private long[] slots = new long[FIRST_ROOM * 2];

    private int inSlots;
    private boolean zero;

    @Override
    public void take(long high, long low) {
        if ((high | low) == 0) {
            zero = true;
            return;
        }
        if (add(slots, high, low) && ++inSlots > slots.length / 4) {
            grow();
        }
    }

    /** Whether it was not there yet. */
    private static boolean add(long[] slots, long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) * 2 & slots.length - 1;
        while ((slots[at] | slots[at + 1]) != 0) {
            if (slots[at] == high && slots[at + 1] == low) {
                return false;
            }
            at = at + 2 & slots.length - 1;
        }
        slots[at] = high;
        slots[at + 1] = low;
        return true;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += 2) {
            if ((slots[i] | slots[i + 1]) != 0) {
                add(wider, slots[i], slots[i + 1]);
            }
        }
        slots = wider;
    }

    /** How many different ones have come. */
    public int count() {
        return inSlots + (zero ? 1 : 0);
    }
}
