package coop.pools.ledger;

import coop.pools.ledger.FlowStore.Move;
import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.domain.Flow;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Adds transfers up by month and by the account on the other side of what is held. */
final class MonthSums {
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Key, Total> totals =
            new TreeMap<>(Comparator.comparing(Key::month).thenComparing(Key::accountNo));

    MonthSums(List<AccountRow> accounts) {
        accounts.forEach(account -> names.put(account.no(), account.name()));
    }

    /** A month, like {@code 2026-11}, and the number of an account. */
    record Key(String month, int accountNo) {}

    /** What came from the account and went to it. */
    record Total(long cameIn, long wentOut) {
        private Total plus(Total other) {
            return new Total(Math.addExact(cameIn, other.cameIn), Math.addExact(wentOut, other.wentOut));
        }
    }

    void add(Move move) {
        String month = YearMonth.from(move.bookedAt().atOffset(ZoneOffset.UTC)).toString();
        switch (Flow.of(names.get(move.debitNo()), names.get(move.creditNo()))) {
            case IN -> totals.merge(new Key(month, move.creditNo()), new Total(move.amount(), 0), Total::plus);
            case OUT -> totals.merge(new Key(month, move.debitNo()), new Total(0, move.amount()), Total::plus);
            case INSIDE, BESIDE -> {}
        }
    }

    void forEach(BiConsumer<Key, Total> each) {
        totals.forEach(each);
    }

    String nameOf(int accountNo) {
        return names.get(accountNo);
    }
}
