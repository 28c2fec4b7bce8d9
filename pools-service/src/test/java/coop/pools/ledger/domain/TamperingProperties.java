package coop.pools.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.SampleBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever single thing is done to a book, the first bad entry is named. */
class TamperingProperties {
    private static final int FIELDS = 14;

    @Property(tries = 300)
    void anEditedEntryIsNamed(
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll @IntRange(max = 1000) int where,
            @ForAll @IntRange(max = FIELDS - 1) int field) {
        SampleBook book = SampleBook.of("EUR", size);
        List<Entry> entries = new ArrayList<>(book.entries());
        int at = where % entries.size();
        entries.set(at, edited(entries.get(at), field));
        assertThat(firstBad(book, entries)).isEqualTo(at + 1);
    }

    @Property(tries = 200)
    void anEntryWhoseOwnHashWasRecomputedIsNamedOrTheOneAfterIt(
            @ForAll @IntRange(min = 2, max = 9) int size,
            @ForAll @IntRange(max = 1000) int where,
            @ForAll @IntRange(min = 2, max = 8) int field) {
        SampleBook book = SampleBook.of("EUR", size);
        List<Entry> entries = new ArrayList<>(book.entries());
        int at = where % (entries.size() - 1);
        byte[] before = at == 0
                ? HashChain.genesis(book.id, book.currency)
                : entries.get(at - 1).hash();
        Entry edited = edited(entries.get(at), field);
        entries.set(at, edited.withHash(HashChain.hash(before, edited)));
        assertThat(firstBad(book, entries)).isBetween(at + 1L, at + 2L);
    }

    @Property(tries = 200)
    void anInsertedEntryIsNamed(
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll @IntRange(max = 1000) int where,
            @ForAll @IntRange(max = 1000) int copied) {
        SampleBook book = SampleBook.of("JPY", size);
        List<Entry> entries = new ArrayList<>(book.entries());
        int at = where % entries.size();
        Entry copy = entries.get(copied % entries.size());
        Assume.that(copy.seq() != at + 1);
        entries.add(at, numbered(copy, at + 1));
        assertThat(firstBad(book, entries)).isEqualTo(at + 1);
    }

    @Property(tries = 100)
    void aDoubledEntryIsNamed(@ForAll @IntRange(min = 1, max = 9) int size, @ForAll @IntRange(max = 1000) int where) {
        SampleBook book = SampleBook.of("EUR", size);
        List<Entry> entries = new ArrayList<>(book.entries());
        int at = where % entries.size();
        entries.add(at, entries.get(at));
        assertThat(firstBad(book, entries)).isEqualTo(at + 2);
    }

    @Property(tries = 200)
    void aDeletedEntryIsNamed(@ForAll @IntRange(min = 1, max = 9) int size, @ForAll @IntRange(max = 1000) int where) {
        SampleBook book = SampleBook.of("EUR", size);
        List<Entry> entries = new ArrayList<>(book.entries());
        int at = where % entries.size();
        entries.remove(at);
        assertThat(firstBad(book, entries)).isEqualTo(at + 1);
    }

    @Property(tries = 200)
    void aDeletedEntryWhoseFollowersMovedUpIsNamed(
            @ForAll @IntRange(min = 1, max = 9) int size, @ForAll @IntRange(max = 1000) int where) {
        SampleBook book = SampleBook.of("EUR", size);
        List<Entry> entries = new ArrayList<>(book.entries());
        int at = where % entries.size();
        entries.remove(at);
        for (int i = at; i < entries.size(); i++) {
            entries.set(i, numbered(entries.get(i), i + 1));
        }
        assertThat(firstBad(book, entries)).isEqualTo(at + 1);
    }

    @Property(tries = 200)
    void ofTwoSwappedEntriesTheFirstIsNamed(
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other,
            @ForAll boolean renumbered) {
        SampleBook book = SampleBook.of("EUR", size);
        List<Entry> entries = new ArrayList<>(book.entries());
        int first = Math.min(one % entries.size(), other % entries.size());
        int second = Math.max(one % entries.size(), other % entries.size());
        Assume.that(first != second);
        Collections.swap(entries, first, second);
        if (renumbered) {
            entries.set(first, numbered(entries.get(first), first + 1));
            entries.set(second, numbered(entries.get(second), second + 1));
        }
        assertThat(firstBad(book, entries)).isEqualTo(first + 1);
    }

    @Property(tries = 100)
    void ofACutTailTheFirstMissingEntryIsNamed(
            @ForAll @IntRange(min = 1, max = 9) int size, @ForAll @IntRange(max = 1000) int where) {
        SampleBook book = SampleBook.of("EUR", size);
        int left = where % book.entries().size();
        assertThat(firstBad(book, book.entries().subList(0, left))).isEqualTo(left + 1);
    }

    private static long firstBad(SampleBook book, List<Entry> entries) {
        return Verification.of(book.head(), entries.iterator())
                .fault()
                .orElseThrow(() -> new AssertionError("not noticed"))
                .seq();
    }

    private static Entry numbered(Entry e, long seq) {
        return new Entry(
                e.book(),
                seq,
                e.cause(),
                e.leg(),
                e.debit(),
                e.credit(),
                e.amount(),
                e.at(),
                e.actor(),
                e.memoHash(),
                e.hash(),
                e.memo());
    }

    /** The entry with one of its fields changed. */
    private static Entry edited(Entry e, int field) {
        UUID other = IdSource.derivedId("other");
        Entry.Memo memo = e.memo().orElseGet(() -> new Entry.Memo(new byte[16], "words that were not there"));
        return new Entry(
                field == 0 ? other : e.book(),
                field == 1 ? e.seq() + 1 : e.seq(),
                field == 2
                        ? new Cause("other", e.cause().id())
                        : field == 3 ? new Cause(e.cause().kind(), other) : e.cause(),
                field == 4 ? e.leg() + 1 : e.leg(),
                field == 5 ? "expenses:other" : e.debit(),
                field == 6 ? "income:other" : e.credit(),
                field == 7 ? e.amount().plus(new Money(1, e.amount().currency())) : e.amount(),
                field == 8 ? e.at().plusNanos(1000) : e.at(),
                field == 9 ? "person:" + other : e.actor(),
                field == 10 ? flipped(e.memoHash()) : e.memoHash(),
                field == 11 ? flipped(e.hash()) : e.hash(),
                field == 12
                        ? Optional.of(new Entry.Memo(flipped(memo.salt()), memo.text()))
                        : field == 13 ? Optional.of(new Entry.Memo(memo.salt(), memo.text() + " ")) : e.memo());
    }

    private static byte[] flipped(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[32];
        }
        byte[] copy = bytes.clone();
        copy[copy.length - 1] ^= 1;
        return copy;
    }
}
