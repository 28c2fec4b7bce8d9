package coop.pools.governance.domain;

import java.util.Arrays;
import java.util.UUID;

/** Numbers people from 0 on as they come, in arrays of numbers: a million of them are no million objects. */
public final class PeopleIndex {
    private static final int NOBODY = -1;

    private final int mask;
    private final int[] slots;
    private final long[] high;
    private final long[] low;
    private int size;

    /** @param most how many people there may be */
    public PeopleIndex(int most) {
        int room = Integer.highestOneBit(Math.max(8, most) * 2 - 1) * 2;
        mask = room - 1;
        slots = new int[room];
        Arrays.fill(slots, NOBODY);
        high = new long[most];
        low = new long[most];
    }

    /** The number of a person, a new one if need be. */
    public int add(UUID person) {
        int slot = slot(person);
        if (slots[slot] == NOBODY) {
            high[size] = person.getMostSignificantBits();
            low[size] = person.getLeastSignificantBits();
            slots[slot] = size++;
        }
        return slots[slot];
    }

    /** The number of a person, or -1. */
    public int of(UUID person) {
        return slots[slot(person)];
    }

    public int size() {
        return size;
    }

    public UUID person(int number) {
        return new UUID(high[number], low[number]);
    }

    private int slot(UUID person) {
        long hi = person.getMostSignificantBits();
        long lo = person.getLeastSignificantBits();
        long mixed = (hi ^ Long.rotateLeft(lo, 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != NOBODY && (high[slots[slot]] != hi || low[slots[slot]] != lo)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
