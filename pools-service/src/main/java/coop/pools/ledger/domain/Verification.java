package coop.pools.ledger.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a book from its first entry to its last, in constant memory, and names the first bad entry: it recomputes every
 * hash and every commitment whose text is still there, wants numbers and legs without gaps, replays all balances, and
 * compares the end with the head that the book states. Heads that were published earlier must stand in the chain too,
 * so that a cut tail or a history written anew is found even where the stated head was changed with it.
 */
public final class Verification {
    private final Head head;
    private final Currency currency;
    private final KnownHeads known;
    private final Replay replay;
    private long seq;
    private byte[] hash;
    private Optional<Cause> cause;
    private int leg;
    private long erased;

    private Verification(Head head, Reached from, KnownHeads known) {
        this.head = head;
        this.currency = head.currency();
        this.known = known;
        replay = new Replay(from.balances(), from.touched());
        seq = from.seq();
        hash = from.hash();
        cause = from.cause();
        leg = from.leg();
        erased = from.erased();
    }

    /** Verifies entries, in their order, against the head that the book states. */
    public static Verdict of(Head head, Iterator<Entry> entries) {
        return of(head, KnownHeads.none(), entries);
    }

    /** Verifies entries, in their order, against the stated head and against heads published earlier. */
    public static Verdict of(Head head, KnownHeads known, Iterator<Entry> entries) {
        return wrongStart(head, known).orElseGet(() -> from(head, start(head), known, entries));
    }

    /** The verdict on a book that cannot begin as it does; empty when it can. */
    public static Optional<Verdict> wrongStart(Head head, KnownHeads known) {
        Reached start = start(head);
        return known.reach(0, start.hash())
                .map(what -> new Fault(head.book(), 0, what))
                .map(fault -> new Verification(head, start, known).verdict(Optional.of(fault)));
    }

    /** Goes on after an entry up to which all is known to be good; the entries begin with the next one. */
    public static Verdict from(Head head, Reached reached, KnownHeads known, Iterator<Entry> entries) {
        return new Verification(head, reached, known).run(entries);
    }

    /** Before the first entry. */
    public static Reached start(Head head) {
        byte[] genesis = HashChain.genesis(head.book(), head.currency());
        return new Reached(head.book(), 0, genesis, Optional.empty(), 0, Map.of(), Set.of(), 0);
    }

    private Verdict run(Iterator<Entry> entries) {
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
        return verdict(end());
    }

    private Optional<Fault> next(Entry entry) {
        long expected = seq + 1;
        if (entry.seq() != expected) {
            String what = entry.seq() > expected
                    ? "is missing; entry " + entry.seq() + " comes next"
                    : "is not here; entry " + entry.seq() + " stands in its place";
            return fault(expected, what);
        }
        Optional<String> wrong = wrongWith(entry).or(() -> known.reach(expected, entry.hash()));
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
        erased += entry.isErased() ? 1 : 0;
        cause = Optional.of(entry.cause());
        leg = entry.leg();
        hash = entry.hash();
        return Optional.empty();
    }

    private Optional<String> wrongWith(Entry entry) {
        if (!entry.book().equals(head.book())) {
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
        boolean same = cause.filter(entry.cause()::equals).isPresent();
        boolean goesOn = same && entry.leg() == leg + 1;
        boolean begins = !same && entry.leg() == 0;
        return goesOn || begins ? Optional.empty() : Optional.of("is out of order within its cause");
    }

    private static boolean isOneLine(String... fields) {
        return Arrays.stream(fields).noneMatch(field -> field.chars().anyMatch(Character::isISOControl));
    }

    private static boolean isCommitted(Entry.Memo memo, byte[] commitment) {
        return Arrays.equals(HashChain.commitment(memo.salt(), memo.text()), commitment);
    }

    private Optional<Fault> end() {
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
        return known.missing().flatMap(what -> fault(seq + 1, what));
    }

    private Optional<Fault> fault(long at, String what) {
        return Optional.of(new Fault(head.book(), at, what));
    }

    private Verdict verdict(Optional<Fault> fault) {
        return new Verdict(head.book(), seq, hash, replay.balances(), erased, fault);
    }
}
