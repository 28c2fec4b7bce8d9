package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.ledger.domain.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A book whose row a batch has locked: nobody else changes it, so that what is known of it stays true. */
final class LockedBook {
    private final Map<Integer, AccountRow> accounts = new TreeMap<>();
    private final Map<Integer, Long> unwritten = new TreeMap<>();
    private final Set<Cause> causes = new HashSet<>();
    private final List<NewRow> rows = new ArrayList<>();
    private BookHead head;

    LockedBook(BookHead head) {
        this.head = head;
    }

    BookHead head() {
        return head;
    }

    List<AccountRow> accounts() {
        return List.copyOf(accounts.values());
    }

    void add(AccountRow account) {
        accounts.put(account.no(), account);
    }

    boolean hasCause(String kind, UUID id) {
        return causes.contains(new Cause(kind, id));
    }

    /** As the database does it: 0 and no change where a guarded account would fall below zero. */
    int addToBalance(int no, long delta) {
        AccountRow row = accounts.get(no);
        long balance = Math.addExact(row.balance(), delta);
        if (row.guarded() && balance < 0) {
            return 0;
        }
        accounts.put(no, new AccountRow(no, row.name(), row.guarded(), balance));
        unwritten.merge(no, delta, Math::addExact);
        return 1;
    }

    void append(List<NewRow> more) {
        rows.addAll(more);
        more.forEach(row -> causes.add(row.entry().cause()));
    }

    void moveHead(long seq, byte[] hash) {
        head = new BookHead(head.id(), head.currency(), seq, hash, head.openedAt());
    }

    /** Rows that are not written yet. */
    List<NewRow> rows() {
        return rows;
    }

    /** What accounts have changed by since they were written, by number. */
    Map<Integer, Long> unwritten() {
        return unwritten;
    }

    void written() {
        rows.clear();
        unwritten.clear();
    }
}
