package coop.pools.ledger.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a book from its first entry to its last, in constant memory, and names the first bad entry: it recomputes every
 * hash and every commitment whose text is still there, wants numbers and legs without gaps, replays all balances, and
 * compares the end with the head that the book states. A head that was published earlier must stand in the chain too,
 * so that a cut tail or a history written anew is found even where the stated head was changed with it.
 */
public final class Verification {
    private final UUID book;
    private final Currency currency;
    private final Replay replay = new Replay();
    private final Optional<byte[]> published;
    private boolean publishedSeen;
    private long seq;
    private byte[] hash;
    private Cause cause;
    private int leg;

    private Verification(UUID book, Currency currency, Optional<byte[]> published) {
        this.book = book;
        this.currency = currency;
        this.published = published;
        pass(HashChain.genesis(book, currency));
    }

    /** Verifies entries, in their order, against the head that the book states. */
    public static Verdict of(Head head, Iterator<Entry> entries) {
        return of(head, Optional.empty(), entries);
    }

    /** Verifies entries, in their order, against the stated head and against a hash published earlier. */
    public static Verdict of(Head head, Optional<byte[]> published, Iterator<Entry> entries) {
        return new Verification(head.book(), head.currency(), published).run(head, entries);
    }

    private Verdict run(Head head, Iterator<Entry> entries) {
        try {
            while (entries.hasNext()) {
                Optional<Fault> fault = next(entries.next());
                if (fault.isPresent()) {
                    return verdict(fault);
                }
            }
        } catch (UnreadableEntry e) {
            return verdict(fault(seq + 1, e.getMessage()));
        }
        return verdict(end(head));
    }

    private Optional<Fault> next(Entry entry) {
        long expected = seq + 1;
        if (entry.seq() != expected) {
            String what = entry.seq() > expected
                    ? "is missing; entry " + entry.seq() + " comes next"
                    : "is not here; entry " + entry.seq() + " stands in its place";
            return fault(expected, what);
        }
        Optional<String> wrong = wrongWith(entry);
        if (wrong.isPresent()) {
            return fault(expected, wrong.get());
        }
        if (entry.leg() == 0) {
            Optional<String> overdrawn = replay.endOfCause();
            if (overdrawn.isPresent()) {
                return fault(seq, overdrawn.get());
            }
        }
        Optional<String> unfit = replay.apply(entry);
        if (unfit.isPresent()) {
            return fault(expected, unfit.get());
        }
        seq = expected;
        cause = entry.cause();
        leg = entry.leg();
        pass(entry.hash());
        return Optional.empty();
    }

    private Optional<String> wrongWith(Entry entry) {
        if (!entry.book().equals(book)) {
            return Optional.of("belongs to another book");
        }
        if (!isOneLine(entry.cause().kind(), entry.debit(), entry.credit(), entry.actor())) {
            return Optional.of("a field holds a line break");
        }
        if (!Arrays.equals(entry.hash(), HashChain.hash(hash, entry))) {
            return Optional.of("its hash does not follow from what it says and from the entry before it");
        }
        if (entry.memo().isPresent() && !isCommitted(entry.memo().get(), entry.memoHash())) {
            return Optional.of("its words are not those it was written with");
        }
        if (!entry.amount().isPositive() || !entry.amount().currency().equals(currency)) {
            return Optional.of("its amount is not above zero in " + currency);
        }
        if (entry.debit().equals(entry.credit())) {
            return Optional.of("moves money from an account to itself");
        }
        boolean goesOn = seq > 0 && entry.cause().equals(cause) && entry.leg() == leg + 1;
        boolean begins = entry.leg() == 0 && !Objects.equals(cause, entry.cause());
        return goesOn || begins ? Optional.empty() : Optional.of("is out of order within its cause");
    }

    private static boolean isOneLine(String... fields) {
        return Arrays.stream(fields).noneMatch(field -> field.chars().anyMatch(Character::isISOControl));
    }

    private static boolean isCommitted(Entry.Memo memo, byte[] commitment) {
        return Arrays.equals(HashChain.commitment(memo.salt(), memo.text()), commitment);
    }

    private Optional<Fault> end(Head head) {
        if (seq < head.seq()) {
            return fault(seq + 1, "is missing: the book states " + head.seq() + " entries and ends with " + seq);
        }
        Optional<String> overdrawn = replay.endOfCause();
        if (overdrawn.isPresent()) {
            return fault(seq, overdrawn.get());
        }
        if (seq > head.seq()) {
            return fault(head.seq() + 1, "stands after the end that the book states");
        }
        if (!Arrays.equals(hash, head.hash())) {
            return fault(seq, "the book states another hash for its end than that of the last entry");
        }
        return publishedSeen || published.isEmpty()
                ? Optional.empty()
                : fault(seq + 1, "no entry has the published hash: the end was cut off, or the book written anew");
    }

    private void pass(byte[] reached) {
        hash = reached;
        publishedSeen |=
                published.filter(known -> Arrays.equals(known, reached)).isPresent();
    }

    private Optional<Fault> fault(long at, String what) {
        return Optional.of(new Fault(book, at, what));
    }

    private Verdict verdict(Optional<Fault> fault) {
        return new Verdict(book, seq, hash, replay.balances(), fault);
    }
}
