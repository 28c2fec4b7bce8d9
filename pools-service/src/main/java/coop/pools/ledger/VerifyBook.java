package coop.pools.ledger;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Fault;
import coop.pools.ledger.domain.Head;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.Reached;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.domain.Verification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

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
                new EntriesUpTo(store, stated.head(), Long.MIN_VALUE, stated.last()));
        return verdict.or(firstWrongBalance(stated, verdict.balances())).or(firstWithoutWords(verdict));
    }

    /** An erasure is recorded before it is done, so that more of them than are recorded were none. */
    private Optional<Fault> firstWithoutWords(Verdict verdict) {
        return verdict.erased() <= store.erasures(verdict.book(), verdict.entries())
                ? Optional.empty()
                : store.firstWithoutWords(verdict.book(), verdict.entries())
                        .map(seq -> new Fault(
                                verdict.book(), seq, "has lost its words, and no erasure of them is recorded"));
    }

    /**
     * Reads only what was added after an entry up to which all was good, and looks whether that entry and the newest
     * published head are still there; refuses NOT_FOUND when there is no such book.
     *
     * @param balances of all accounts after that entry
     */
    public Verdict verifyAfter(UUID book, long seq, byte[] hash, Map<String, Long> balances) {
        Stated stated = transactions.inTransaction(() -> stated(book));
        Optional<Cause> cause = Optional.empty();
        if (seq > 0) {
            Optional<Entry> last = store.entriesAfter(book, seq - 1, 1).stream().findFirst();
            Optional<Fault> changed = changed(book, seq, hash, last).or(() -> unpublished(book, seq));
            if (changed.isPresent()) {
                return new Verdict(book, seq, hash, balances, 0, changed);
            }
            cause = last.map(Entry::cause);
        }
        Reached reached = new Reached(book, seq, hash, cause, 0, balances, Set.of(), 0);
        Verdict verdict = Verification.from(
                stated.head(),
                reached,
                KnownHeads.ascending(new PublishedUpTo(heads, book, seq)),
                new EntriesUpTo(store, stated.head(), seq, stated.last()));
        return verdict.or(firstWrongBalance(stated, verdict.balances()));
    }

    /** Runs while no transfer of this book can be written. */
    <T> T whileNobodyBooks(UUID book, Supplier<T> work) {
        return transactions.inTransaction(() -> {
            store.lockBook(book).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            return work.get();
        });
    }

    private static Optional<Fault> changed(UUID book, long seq, byte[] hash, Optional<Entry> entry) {
        return entry.filter(found -> found.seq() == seq && Arrays.equals(found.hash(), hash))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(book, seq, "is not what it was when it was audited"));
    }

    /** The newest head that was published of what was audited must still be there. */
    private Optional<Fault> unpublished(UUID book, long upTo) {
        return heads.history(book, upTo + 1, 1).stream()
                .map(PublishedHead::head)
                .filter(head -> store.entriesAfter(book, head.seq() - 1, 1).stream()
                        .noneMatch(entry -> Arrays.equals(entry.hash(), head.hash())))
                .findFirst()
                .map(head -> new Fault(book, head.seq(), "was published with another hash"));
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
