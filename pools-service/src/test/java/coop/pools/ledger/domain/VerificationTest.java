package coop.pools.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.SampleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final SampleBook book = SampleBook.of("EUR", 6);

    @Test
    void aWholeBookVerifiesAndItsBalancesComeOut() {
        Verdict verdict = verify(book.entries());
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(22);
        assertThat(verdict.hash()).isEqualTo(book.head().hash());
        assertThat(verdict.balances())
                .containsEntry(Accounts.AVAILABLE, 6 * 970L + 21 - 1000)
                .containsEntry(Accounts.PENDING, 0L)
                .containsEntry(Accounts.CARD_FEES, 180L);
    }

    @Test
    void anEmptyBookVerifies() {
        SampleBook empty = new SampleBook("JPY");
        assertThat(Verification.of(empty.head(), List.<Entry>of().iterator()).fault())
                .isEmpty();
    }

    @Test
    void anErasedMemoLeavesTheBookWhole() {
        List<Entry> entries = new ArrayList<>(book.entries());
        entries.set(4, withMemo(entries.get(4), Optional.empty()));
        assertThat(verify(entries).fault()).isEmpty();
    }

    @Test
    void aMemoWithOtherWordsIsNamed() {
        List<Entry> entries = new ArrayList<>(book.entries());
        byte[] salt = entries.get(4).memo().orElseThrow().salt();
        entries.set(4, withMemo(entries.get(4), Optional.of(new Entry.Memo(salt, "other words"))));
        assertThat(verify(entries).fault().orElseThrow().seq()).isEqualTo(5);
    }

    @Test
    void aStatedHeadWithAnotherHashIsFound() {
        Head lie = new Head(book.id, book.currency, 22, new byte[32], SampleBook.OPENED);
        Fault fault = Verification.of(lie, book.entries().iterator()).fault().orElseThrow();
        assertThat(fault.seq()).isEqualTo(22);
        assertThat(fault.what()).contains("another hash");
    }

    @Test
    void anEntryAfterTheStatedEndIsNamed() {
        List<Entry> entries = book.entries();
        Head earlier = new Head(book.id, book.currency, 21, entries.get(20).hash(), SampleBook.OPENED);
        Fault fault = Verification.of(earlier, entries.iterator()).fault().orElseThrow();
        assertThat(fault.seq()).isEqualTo(22);
    }

    @Test
    void aCutTailWithItsStatedHeadIsFoundByThePublishedOne() {
        List<Entry> cut = book.entries().subList(0, 20);
        Head lie = new Head(book.id, book.currency, 20, cut.get(19).hash(), SampleBook.OPENED);
        assertThat(Verification.of(lie, cut.iterator()).fault()).isEmpty();
        KnownHeads published = KnownHeads.hash(book.head().hash());
        Fault fault = Verification.of(lie, published, cut.iterator()).fault().orElseThrow();
        assertThat(fault.seq()).isEqualTo(21);
        assertThat(fault.what()).contains("published");
    }

    @Test
    void aHeadPublishedEarlierStandsInALongerBook() {
        KnownHeads published = KnownHeads.hash(book.entries().get(7).hash());
        assertThat(Verification.of(book.head(), published, book.entries().iterator())
                        .fault())
                .isEmpty();
    }

    @Test
    void aBookWrittenAnewIsFoundByEachPublishedHeadWithItsNumber() {
        SampleBook anew = SampleBook.of("EUR", 4);
        List<Entry> entries = anew.entries();
        SignedHead kept = published(8, entries.get(7).hash());
        SignedHead other = published(12, new byte[32]);
        Verdict verdict = Verification.of(anew.head(), KnownHeads.of(List.of(other, kept)), entries.iterator());
        assertThat(verdict.fault().orElseThrow().seq()).isEqualTo(12);
        assertThat(verdict.fault().orElseThrow().what())
                .contains("written anew")
                .contains("from entry 9 on");
        assertThat(Verification.of(anew.head(), KnownHeads.of(List.of(kept)), entries.iterator())
                        .fault())
                .isEmpty();
        Fault cut = Verification.of(
                        anew.head(), KnownHeads.of(List.of(published(99, new byte[32]))), entries.iterator())
                .fault()
                .orElseThrow();
        assertThat(cut.seq()).isEqualTo(15);
        assertThat(cut.what()).contains("a published head names 99 entries");
        assertThat(Verification.of(anew.head(), KnownHeads.of(List.of(published(0, new byte[32]))), entries.iterator())
                        .fault())
                .isPresent();
    }

    private SignedHead published(long seq, byte[] hash) {
        return new SignedHead(book.id, seq, hash, SampleBook.OPENED, "key", new byte[64]);
    }

    @Test
    void aGuardedAccountBelowZeroAtTheEndOfACauseIsNamed() {
        SampleBook overdrawn = SampleBook.of("EUR", 1);
        overdrawn.add("payout-reserved", id("a"), 0, Accounts.RESERVED, Accounts.AVAILABLE, 5000);
        overdrawn.add("contribution", id("b"), 0, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 9000);
        Fault fault = Verification.of(overdrawn.head(), overdrawn.entries().iterator())
                .fault()
                .orElseThrow();
        assertThat(fault.seq()).isEqualTo(4);
        assertThat(fault.what()).contains(Accounts.AVAILABLE);
    }

    @Test
    void withinACauseAnAccountMayBeBelowZero() {
        SampleBook passing = new SampleBook("EUR");
        passing.add("flood-left", id("a"), 0, Accounts.RESERVED, Accounts.AVAILABLE, 10);
        passing.add("flood-left", id("a"), 1, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 10);
        assertThat(Verification.of(passing.head(), passing.entries().iterator()).fault())
                .isEmpty();
    }

    @Test
    void amountsThatOverflowTheBalancesAreAFaultAndNoAccident() {
        SampleBook huge = new SampleBook("EUR");
        huge.add("contribution", id("a"), 0, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, Long.MAX_VALUE);
        huge.add("contribution", id("b"), 0, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, 1);
        Fault fault =
                Verification.of(huge.head(), huge.entries().iterator()).fault().orElseThrow();
        assertThat(fault.seq()).isEqualTo(2);
    }

    @Test
    void aChainedEntryThatMovesNothingIsNamed() {
        SampleBook odd = new SampleBook("EUR");
        odd.add("contribution", id("a"), 0, Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, -5);
        assertThat(Verification.of(odd.head(), odd.entries().iterator())
                        .fault()
                        .orElseThrow()
                        .seq())
                .isEqualTo(1);
    }

    private Verdict verify(List<Entry> entries) {
        return Verification.of(book.head(), entries.iterator());
    }

    private static UUID id(String name) {
        return IdSource.derivedId(name);
    }

    private static Entry withMemo(Entry e, Optional<Entry.Memo> memo) {
        return new Entry(
                e.book(),
                e.seq(),
                e.cause(),
                e.leg(),
                e.debit(),
                e.credit(),
                e.amount(),
                e.at(),
                e.actor(),
                e.memoHash(),
                e.hash(),
                memo);
    }
}
