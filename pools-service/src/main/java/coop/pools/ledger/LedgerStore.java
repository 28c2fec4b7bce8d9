package coop.pools.ledger;

import coop.pools.ledger.domain.Entry;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Books, accounts and transfers. Transfers are only ever inserted. */
public interface LedgerStore {
    /** Nothing happens when the book is there already. */
    int insertBook(UUID id, String currency, byte[] headHash, Instant openedAt);

    Optional<BookHead> book(UUID id);

    /** Locks the book until the transaction ends. */
    Optional<BookHead> lockBook(UUID id);

    /** The book will be locked in the present shared transaction: it can be locked and read together with others. */
    default void expect(UUID book) {}

    List<UUID> bookIds();

    boolean hasCause(UUID book, String causeKind, UUID causeId);

    /** All accounts of a book in the order of their numbers. */
    List<AccountRow> accounts(UUID book);

    /** Of how many of the entries up to this one it is recorded that their words were erased. */
    long erasures(UUID book, long upTo);

    /** The first of them whose words are gone although nothing is recorded. */
    Optional<Long> firstWithoutWords(UUID book, long upTo);

    void insertAccount(UUID book, AccountRow account);

    /** Adds to a balance unless a guarded account would fall below zero; answers how many rows changed. */
    int addToBalance(UUID book, int accountNo, long delta);

    /** The highest sequence number that is there, whatever the head says; 0 for a book without entries. */
    long lastSeq(UUID book);

    void insertTransfers(List<NewRow> rows);

    void moveHead(UUID book, long seq, byte[] hash);

    /** Entries after a sequence number, ascending. */
    List<Entry> entriesAfter(UUID book, long afterSeq, int limit);

    /**
     * The same for reading whole books: the names of the accounts are known and not looked up again.
     *
     * @param accounts names by their numbers; an entry with a number that is not among them is left out
     */
    List<Entry> chunkAfter(Chunk chunk, Map<Integer, String> accounts);

    /** Entries before a sequence number, descending: the newest first. */
    List<Entry> entriesBefore(UUID book, long beforeSeq, int limit);

    /** The entries of one cause in one book, by leg. */
    List<Entry> entriesOf(UUID book, String causeKind, UUID causeId);

    /** A piece of a book: at most so many entries after a number. */
    record Chunk(UUID book, Currency currency, long afterSeq, int limit) {}

    /** A book and the head of its chain. */
    record BookHead(UUID id, String currency, long seq, byte[] hash, Instant openedAt) {}

    /** An account with its balance in normal direction. */
    record AccountRow(int no, String name, boolean guarded, long balance) {}

    /** A transfer to insert, with the numbers of its accounts. */
    record NewRow(Entry entry, int debitNo, int creditNo) {}
}
