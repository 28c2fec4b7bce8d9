package coop.pools.governance.domain;

/**
 * Gives ids places in arrays, so that a million of them are no million objects: the halves of each id beside each other in
 * the order in which they came, which is that of the places, and an open table of places to find them by.
 */
public final class PeopleIndex {
    /** Nobody's place. */
    public static final int NOBODY = -1;

    private final int mask;
    /** For each slot the place from 1 on; 0 when it is empty. */
    private final int[] slots;

    private final long[] halves;
    private int size;

    /** @param most about how many there may be: a quarter more, and a few, find room */
    public PeopleIndex(int most) {
        int room = most + most / 4 + 8;
        int length = Integer.highestOneBit(room * 2 - 1) * 2;
        mask = length - 1;
        slots = new int[length];
        halves = new long[room * 2];
    }

    /** The place of an id, a new one if need be. */
    public int add(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot] == 0) {
            if (size == room()) {
                throw new IllegalStateException("more ids than were announced");
            }
            halves[size * 2] = high;
            halves[size * 2 + 1] = low;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    /**
     * The places of many ids, {@link #NOBODY} for none. What is looked for side by side is waited for once: memory that
     * is in no cache takes a hundred times as long as the rest of the work.
     *
     * @param ids the halves of the first id, and of each next one {@code step} numbers further
     */
    void of(long[] ids, int step, int count, int[] places) {
        for (int i = 0; i < count; i++) {
            places[i] = slots[home(ids[i * step], ids[i * step + 1])] - 1;
        }
        for (int i = 0; i < count; i++) {
            if (places[i] != NOBODY) {
                long high = ids[i * step];
                long low = ids[i * step + 1];
                boolean here = halves[places[i] * 2] == high && halves[places[i] * 2 + 1] == low;
                places[i] = here ? places[i] : of(high, low);
            }
        }
    }

    /** The place of an id, or {@link #NOBODY}. */
    public int of(long high, long low) {
        return slots[slot(high, low)] - 1;
    }

    /** How many there are: the places are the numbers below. */
    public int size() {
        return size;
    }

    /** More than any place. */
    public int room() {
        return halves.length / 2;
    }

    /** Where it is, or the empty slot where it would be. */
    private int slot(long high, long low) {
        int slot = home(high, low);
        for (int place = slots[slot] - 1; place >= 0; place = slots[slot] - 1) {
            if (halves[place * 2] == high && halves[place * 2 + 1] == low) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Where it is looked for first. */
    private int home(long high, long low) {
        return (int) ((high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L >>> 32) & mask;
    }
}
