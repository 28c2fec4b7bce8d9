package coop.pools.ledger.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Balances computed anew from entries, in each account's normal direction. Guarded accounts may be below zero in the
 * middle of a cause but never when it is complete.
 */
final class Replay {
    /** Far above what any book uses; a made-up file cannot fill the memory with account names. */
    private static final int MOST_ACCOUNTS = 100_000;

    private final Map<String, Long> balances;
    private final Set<String> touched;

    Replay(Map<String, Long> balances, Set<String> touched) {
        this.balances = new TreeMap<>(balances);
        this.touched = new HashSet<>(touched);
    }

    /** What is wrong with applying the entry; empty when it was applied. */
    Optional<String> apply(Entry entry) {
        if (balances.size() > MOST_ACCOUNTS) {
            return Optional.of("more than " + MOST_ACCOUNTS + " accounts");
        }
        try {
            add(entry.debit(), entry.amount().minorUnits());
            add(entry.credit(), Math.negateExact(entry.amount().minorUnits()));
            return Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.of("its amount does not fit into the balances");
        }
    }

    private void add(String account, long debit) {
        long delta = Accounts.isDebitNormal(account) ? debit : Math.negateExact(debit);
        balances.merge(account, delta, Math::addExact);
        touched.add(account);
    }

    /** Ends a cause: names an account that it left below zero. */
    Optional<String> endOfCause() {
        Optional<String> overdrawn = touched.stream()
                .filter(account -> Accounts.isGuarded(account) && balances.get(account) < 0)
                .sorted()
                .findFirst();
        touched.clear();
        return overdrawn.map(account -> "after it " + account + " is below zero");
    }

    Map<String, Long> balances() {
        return Map.copyOf(balances);
    }
}
