package coop.pools.ledger;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.EntryHashes;
import coop.pools.ledger.domain.HashChain;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The append-only books: the one place where transfers are written. Posting happens inside the caller's transaction,
 * under the lock of the book's row, so entries of a book are written one after the other and without gaps.
 */
public final class Ledger {
    private static final byte[] NOTHING = {};

    private final LedgerStore store;
    private final IdSource ids;
    private final EntryHashes hashes;

    public Ledger(LedgerStore store, IdSource ids) {
        this(store, ids, EntryHashes.CHAINED);
    }

    /** For the benchmark: with other hashes than those that a book is verified by. */
    public Ledger(LedgerStore store, IdSource ids, EntryHashes hashes) {
        this.store = store;
        this.ids = ids;
        this.hashes = hashes;
    }

    /** Opens an empty book; nothing happens when it is open already. */
    public void openBook(UUID book, Currency currency, Instant at) {
        store.insertBook(book, currency.getCurrencyCode(), HashChain.genesis(book, currency), at);
    }

    /**
     * Writes a posting's transfers.
     *
     * @return false when this cause stands in this book already; then nothing is written
     * @throws Refused {@link LedgerRefusal#INSUFFICIENT_FUNDS} when a guarded account would fall below zero
     */
    public boolean post(Posting posting) {
        BookHead head = store.lockBook(posting.book())
                .orElseThrow(() -> new IllegalStateException("no book " + posting.book()));
        if (store.hasCause(
                posting.book(), posting.cause().kind(), posting.cause().id())) {
            return false;
        }
        Map<String, AccountRow> accounts = accountsFor(posting);
        applyToBalances(posting, accounts);
        append(posting, head, accounts);
        return true;
    }

    /** Something will be posted to this book in the present shared transaction. */
    public void expect(UUID book) {
        store.expect(book);
    }

    /** Locks a book until the transaction ends, so that balances read after it stand until then. */
    public void hold(UUID book) {
        store.lockBook(book).orElseThrow(() -> new IllegalStateException("no book " + book));
    }

    /** Writes postings in several books, locking them in the order of their ids. */
    public boolean postAll(List<Posting> postings) {
        boolean any = false;
        for (Posting posting : postings.stream()
                .sorted(Comparator.comparing(Posting::book, IdSource.IN_ORDER))
                .toList()) {
            any |= post(posting);
        }
        return any;
    }

    public Balances balances(UUID book) {
        Map<String, Money> accounts = accountBalances(book);
        Money none = Money.zero(currency(book));
        return new Balances(
                held(accounts, Accounts.AVAILABLE, none),
                sumOf(accounts, Accounts.BUCKETS, none)
                        .plus(sumOf(accounts, Accounts.keptByPools(Accounts.BUCKETS), none)),
                accounts.getOrDefault(Accounts.PENDING, none),
                held(accounts, Accounts.RESERVED, none),
                sumOf(accounts, Accounts.EARMARKED_FOR, none));
    }

    /** Handed over or kept by Pools. */
    private static Money held(Map<String, Money> accounts, String account, Money none) {
        return accounts.getOrDefault(account, none).plus(accounts.getOrDefault(Accounts.keptByPools(account), none));
    }

    private static Money sumOf(Map<String, Money> accounts, String beginning, Money none) {
        return accounts.entrySet().stream()
                .filter(account -> account.getKey().startsWith(beginning))
                .map(Map.Entry::getValue)
                .reduce(none, Money::plus);
    }

    /** One account's balance in its normal direction; zero when the book has no such account. */
    public Money balance(UUID book, String account) {
        return money(byName(store.accounts(book)), account, currency(book));
    }

    /** All accounts of a book by name, with balances in normal direction. */
    public Map<String, Money> accountBalances(UUID book) {
        Currency currency = currency(book);
        Map<String, Money> result = new TreeMap<>();
        store.accounts(book).forEach(row -> result.put(row.name(), new Money(row.balance(), currency)));
        return result;
    }

    /**
     * All accounts of books as {@link #accountBalances} tells them. The books are locked, in the order of their ids,
     * until the transaction ends, so that what is read stays true until it is posted upon.
     */
    public Map<UUID, Map<String, Money>> lockedBalances(Collection<UUID> books) {
        Map<UUID, Map<String, Money>> result = new TreeMap<>();
        Set<UUID> inOrder = new TreeSet<>(IdSource.IN_ORDER);
        inOrder.addAll(books);
        inOrder.forEach(book -> {
            store.lockBook(book).orElseThrow(() -> new IllegalStateException("no book " + book));
            result.put(book, accountBalances(book));
        });
        return result;
    }

    /** The number of the book's last entry; 0 when it is empty. */
    public long lastSeq(UUID book) {
        return store.book(book).map(BookHead::seq).orElseThrow(() -> new IllegalStateException("no book " + book));
    }

    /** The entries of one cause in one book, by leg; empty when it has not been booked. */
    public List<Entry> entriesOf(UUID book, String causeKind, UUID causeId) {
        return store.entriesOf(book, causeKind, causeId);
    }

    /** How many entries a book has. */
    public long size(UUID book) {
        return store.book(book).map(BookHead::seq).orElseThrow(() -> new IllegalStateException("no book " + book));
    }

    /** The currency of a book, which is that of its Pool or Flood. */
    public Currency currency(UUID book) {
        return store.book(book)
                .map(head -> Currency.getInstance(head.currency()))
                .orElseThrow(() -> new IllegalStateException("no book " + book));
    }

    private Map<String, AccountRow> accountsFor(Posting posting) {
        List<AccountRow> present = store.accounts(posting.book());
        Map<String, AccountRow> accounts = new HashMap<>(byName(present));
        for (Transfer transfer : posting.transfers()) {
            for (String name : List.of(transfer.debit(), transfer.credit())) {
                if (!accounts.containsKey(name)) {
                    AccountRow row = new AccountRow(accounts.size() + 1, name, Accounts.isGuarded(name), 0);
                    store.insertAccount(posting.book(), row);
                    accounts.put(name, row);
                }
            }
        }
        return accounts;
    }

    private void applyToBalances(Posting posting, Map<String, AccountRow> accounts) {
        Map<Integer, Long> deltas = new TreeMap<>();
        for (Transfer transfer : posting.transfers()) {
            long amount = transfer.amount().minorUnits();
            add(deltas, accounts.get(transfer.debit()), amount);
            add(deltas, accounts.get(transfer.credit()), Math.negateExact(amount));
        }
        deltas.forEach((no, delta) -> {
            if (delta != 0 && store.addToBalance(posting.book(), no, delta) == 0) {
                String name = accounts.values().stream()
                        .filter(row -> row.no() == no)
                        .findFirst()
                        .orElseThrow()
                        .name();
                throw new Refused(
                        LedgerRefusal.INSUFFICIENT_FUNDS, Map.of("account", name, "amountMinor", Math.abs(delta)));
            }
        });
    }

    private static void add(Map<Integer, Long> deltas, AccountRow account, long debit) {
        deltas.merge(account.no(), Accounts.isDebitNormal(account.name()) ? debit : -debit, Math::addExact);
    }

    private void append(Posting posting, BookHead head, Map<String, AccountRow> accounts) {
        Currency currency = Currency.getInstance(head.currency());
        List<NewRow> rows = new ArrayList<>();
        byte[] previous = head.hash();
        long seq = head.seq();
        for (Transfer transfer : posting.transfers()) {
            if (!transfer.amount().currency().equals(currency)) {
                throw new IllegalArgumentException(transfer.amount() + " in a book of " + currency);
            }
            seq++;
            Entry entry = entry(posting, transfer, seq, rows.size(), previous);
            previous = entry.hash();
            rows.add(new NewRow(
                    entry,
                    accounts.get(transfer.debit()).no(),
                    accounts.get(transfer.credit()).no()));
        }
        store.insertTransfers(rows);
        store.moveHead(posting.book(), seq, previous);
    }

    private Entry entry(Posting posting, Transfer transfer, long seq, int leg, byte[] previous) {
        Optional<Entry.Memo> memo = transfer.memo().isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry.Memo(ids.newSalt(), transfer.memo()));
        Entry unhashed = new Entry(
                posting.book(),
                seq,
                posting.cause(),
                leg,
                transfer.debit(),
                transfer.credit(),
                transfer.amount(),
                posting.at(),
                posting.actor(),
                memo.map(words -> hashes.commitment(words.salt(), words.text())).orElse(NOTHING),
                NOTHING,
                memo);
        return unhashed.withHash(hashes.hash(previous, unhashed));
    }

    private static Map<String, AccountRow> byName(List<AccountRow> rows) {
        Map<String, AccountRow> result = new HashMap<>();
        rows.forEach(row -> result.put(row.name(), row));
        return result;
    }

    private static Money money(Map<String, AccountRow> accounts, String name, Currency currency) {
        AccountRow row = accounts.get(name);
        return new Money(row == null ? 0 : row.balance(), currency);
    }
}
