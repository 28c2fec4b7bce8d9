package coop.pools.ledger;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Fault;
import coop.pools.ledger.domain.Head;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.domain.Verification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Verifies a book in the database while it may be written to. Head, balances and the last number are taken together in
 * one short transaction under the lock of the book's row, which every writer holds; then the entries up to that head
 * are read in chunks, without a lock and without a transaction, since what is written later stands after them. Every
 * head that was published must still be among them.
 */
public final class VerifyBook {
    private final Transactions transactions;
    private final LedgerStore store;
    private final HeadStore heads;

    public VerifyBook(Transactions transactions, LedgerStore store, HeadStore heads) {
        this.transactions = transactions;
        this.store = store;
        this.heads = heads;
    }

    /** Reads the whole book; refuses NOT_FOUND when there is none. */
    public Verdict verify(UUID book) {
        Stated stated = transactions.inTransaction(() -> stated(book));
        Verdict verdict = Verification.of(
                stated.head(),
                KnownHeads.ascending(new PublishedUpTo(heads, book, 0)),
                new EntriesUpTo(store, book, stated.last()));
        return verdict.or(firstWrongBalance(stated, verdict.balances()));
    }

    private Stated stated(UUID book) {
        BookHead head = store.lockBook(book).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return new Stated(ReadBook.head(head), Math.max(head.seq(), store.lastSeq(book)), store.accounts(book));
    }

    private static Optional<Fault> firstWrongBalance(Stated stated, Map<String, Long> replayed) {
        UUID book = stated.head().book();
        Map<String, Long> unseen = new HashMap<>(replayed);
        for (AccountRow account : stated.accounts()) {
            Long entries = unseen.remove(account.name());
            long expected = entries == null ? 0 : entries;
            if (account.balance() != expected) {
                return Optional.of(new Fault(
                        book,
                        0,
                        "account " + account.name() + " states a balance of " + account.balance()
                                + " where the entries come to " + expected));
            }
            if (account.guarded() != Accounts.isGuarded(account.name())) {
                return Optional.of(
                        new Fault(book, 0, "account " + account.name() + " is not guarded as its name demands"));
            }
        }
        return unseen.keySet().stream()
                .sorted()
                .findFirst()
                .map(name -> new Fault(book, 0, "account " + name + " is missing"));
    }

    private record Stated(Head head, long last, List<AccountRow> accounts) {}
}
