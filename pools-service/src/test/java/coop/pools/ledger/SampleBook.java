package coop.pools.ledger;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.HashChain;
import coop.pools.ledger.domain.Head;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A valid book in memory, made of contributions, settlements and payouts, and the head it states. */
public final class SampleBook {
    public static final Instant OPENED = Instant.parse("2026-03-01T12:00:00.000001Z");

    public final UUID id = IdSource.derivedId("sample book");
    public final Currency currency;
    private final List<Entry> entries = new ArrayList<>();
    private byte[] last;

    public SampleBook(String currency) {
        this.currency = Currency.getInstance(currency);
        last = HashChain.genesis(id, this.currency);
    }

    /**
     * A book with this many contributions, each settled with a fee, every third followed by a payout. The second legs of
     * settlements have no words of their own.
     */
    public static SampleBook of(String currency, int contributions) {
        SampleBook book = new SampleBook(currency);
        for (int i = 1; i <= contributions; i++) {
            book.contribute(i);
            if (i % 3 == 0) {
                book.payOut(i);
            }
        }
        return book;
    }

    private void contribute(int no) {
        UUID contribution = IdSource.derivedId("contribution", Integer.toString(no));
        add("contribution", contribution, 0, Accounts.PENDING, Accounts.CONTRIBUTIONS, 1000 + no);
        add("settlement", contribution, 0, Accounts.CARD_FEES, Accounts.PENDING, 30);
        add("settlement", contribution, 1, Accounts.AVAILABLE, Accounts.PENDING, 970 + no);
    }

    private void payOut(int no) {
        UUID payout = IdSource.derivedId("payout", Integer.toString(no));
        add("payout-reserved", payout, 0, Accounts.RESERVED, Accounts.AVAILABLE, 500);
        add("payout-paid", payout, 0, Accounts.PAYOUTS, Accounts.RESERVED, 500);
    }

    /** Adds an entry that is chained as it should be, whatever it does to the balances. */
    public void add(String kind, UUID cause, int leg, String debit, String credit, long amount) {
        long seq = entries.size() + 1L;
        Optional<Entry.Memo> memo = leg > 0
                ? Optional.empty()
                : Optional.of(new Entry.Memo(
                        IdSource.sha256(Long.toString(seq).getBytes(StandardCharsets.UTF_8)),
                        kind + " no. " + seq + ", \"quoted\", ü; =1+1"));
        Entry unhashed = new Entry(
                id,
                seq,
                new Cause(kind, cause),
                leg,
                debit,
                credit,
                new Money(amount, currency),
                OPENED.plusSeconds(seq),
                "processor",
                memo.map(words -> HashChain.commitment(words.salt(), words.text()))
                        .orElse(new byte[0]),
                new byte[0],
                memo);
        last = HashChain.hash(last, unhashed);
        entries.add(unhashed.withHash(last));
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public Head head() {
        return new Head(id, currency, entries.size(), last, OPENED);
    }

    public BookName name() {
        return new BookName(id, BookName.Kind.POOL, "sample", "Sample Pool");
    }
}
