package coop.pools.ledger.web;

import coop.pools.ledger.domain.Accounts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Balances of accounts, by the numbers that their names have here. */
final class AccountBalances {
    private static final int MOST = AccountNames.MOST;

    private final AccountNames names = new AccountNames();
    private final Map<AccountNames, int[]> numbers = new IdentityHashMap<>();
    private final long[] balances = new long[MOST];
    private final boolean[] debitNormal = new boolean[MOST];
    private final boolean[] guarded = new boolean[MOST];
    private final int[] touched = new int[64];
    private int touchedCount;

    /** The numbers here of accounts that are numbered otherwise there; -1 where there are too many. */
    int[] numbersOf(AccountNames there) {
        int[] found = numbers.getOrDefault(there, new int[0]);
        if (found.length == there.count()) {
            return found;
        }
        int[] more = Arrays.copyOf(found, there.count());
        for (int no = found.length; no < more.length; no++) {
            more[no] = number(there.name(no));
        }
        numbers.put(there, more);
        return more;
    }

    private int number(byte[] name) {
        int before = names.count();
        int no = names.find(name, 0, name.length);
        if (no == before) {
            debitNormal[no] = Accounts.isDebitNormal(name(no));
            guarded[no] = Accounts.isGuarded(name(no));
        }
        return no;
    }

    /** False, and nothing is moved, when an account has no number, a balance would not fit or too many accounts are moved by one cause. */
    boolean move(int debit, int credit, long amount) {
        if (debit < 0 || credit < 0) {
            return false;
        }
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
        for (int i = 0; i < names.count(); i++) {
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
        return new String(names.name(no), StandardCharsets.US_ASCII);
    }
}
