package coop.pools.ledger.web;

import coop.pools.ledger.domain.Accounts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Balances by accounts whose names are bytes in a buffer: what a book has few of and every entry names two. */
final class AccountBalances {
    /** More are left to the patient reader. */
    private static final int MOST = 4096;

    private static final int SLOTS = 4 * MOST;

    private final int[] slots = new int[SLOTS];
    private final List<byte[]> names = new ArrayList<>();
    private final long[] balances = new long[MOST];
    private final boolean[] debitNormal = new boolean[MOST];
    private final boolean[] guarded = new boolean[MOST];
    private final int[] touched = new int[64];
    private int touchedCount;

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
        return add(slot, Arrays.copyOfRange(in, from, to));
    }

    private int add(int slot, byte[] name) {
        int no = names.size();
        if (no == MOST) {
            return -1;
        }
        String text = new String(name, StandardCharsets.US_ASCII);
        names.add(name);
        slots[slot] = no + 1;
        debitNormal[no] = Accounts.isDebitNormal(text);
        guarded[no] = Accounts.isGuarded(text);
        return no;
    }

    /** False, and nothing is moved, when a balance would not fit or too many accounts are moved by one cause. */
    boolean move(int debit, int credit, long amount) {
        long debited = balances[debit] + (debitNormal[debit] ? amount : -amount);
        long credited = balances[credit] + (debitNormal[credit] ? -amount : amount);
        if (Math.abs(debited) > Long.MAX_VALUE / 4
                || Math.abs(credited) > Long.MAX_VALUE / 4
                || touchedCount + 2 > touched.length) {
            return false;
        }
        balances[debit] = debited;
        balances[credit] = credited;
        touched[touchedCount++] = debit;
        touched[touchedCount++] = credit;
        return true;
    }

    /** Whether the cause that ends here leaves no guarded account below zero; then it is over. */
    boolean endOfCause() {
        for (int i = 0; i < touchedCount; i++) {
            if (guarded[touched[i]] && balances[touched[i]] < 0) {
                return false;
            }
        }
        touchedCount = 0;
        return true;
    }

    Map<String, Long> byName() {
        Map<String, Long> result = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            result.put(name(i), balances[i]);
        }
        return result;
    }

    Set<String> touchedNames() {
        Set<String> result = new HashSet<>();
        for (int i = 0; i < touchedCount; i++) {
            result.add(name(touched[i]));
        }
        return result;
    }

    private String name(int no) {
        return new String(names.get(no), StandardCharsets.US_ASCII);
    }
}
