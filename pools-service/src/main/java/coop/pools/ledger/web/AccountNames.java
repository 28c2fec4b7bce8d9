package coop.pools.ledger.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Accounts numbered in the order in which their names, bytes in a buffer, were first met. */
final class AccountNames {
    /** More are left to the patient reader. */
    static final int MOST = 4096;

    private static final int SLOTS = 4 * MOST;

    private final int[] slots = new int[SLOTS];
    private final List<byte[]> names = new ArrayList<>();

    /** The account's number; -1 when there are too many. */
    int find(byte[] in, int from, int to) {
        int slot = PlainBytes.mixed(in, from, to) & SLOTS - 1;
        while (slots[slot] != 0) {
            byte[] name = names.get(slots[slot] - 1);
            if (name.length == to - from && PlainBytes.same(in, from, name, 0, name.length)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        if (names.size() == MOST) {
            return -1;
        }
        names.add(Arrays.copyOfRange(in, from, to));
        slots[slot] = names.size();
        return names.size() - 1;
    }

    int count() {
        return names.size();
    }

    byte[] name(int no) {
        return names.get(no);
    }
}
