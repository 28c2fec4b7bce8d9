package coop.pools.ledger;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.SignedHead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Signs and publishes the heads of books that have moved, each at most once a minute. Whoever keeps a published head can
 * show later that the book was changed behind it.
 */
public final class PublishHeads implements DueWork {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final LedgerStore books;
    private final HeadStore heads;
    private final SigningKeys keys;
    private final Clock clock;

    public PublishHeads(Transactions transactions, LedgerStore books, HeadStore heads, SigningKeys keys, Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publish-heads";
    }

    @Override
    public Lane lane() {
        return Lane.BOOKS;
    }

    @Override
    public int run(int atMost) {
        int done = 0;
        for (UUID book : heads.unpublished(clock.instant().minus(PAUSE), atMost)) {
            done += transactions.inTransaction(() -> publish(book));
        }
        return done;
    }

    private int publish(UUID book) {
        BookHead head = books.book(book).orElseThrow();
        Instant now = clock.instant();
        SignedHead signed = keys.sign(book, head.seq(), head.hash(), bookedAt(head));
        heads.startWatch(book);
        heads.watchPublished(book, head.seq(), now);
        return heads.publish(signed, now);
    }

    private Instant bookedAt(BookHead head) {
        return books.entriesAfter(head.id(), head.seq() - 1, 1).stream()
                .findFirst()
                .map(Entry::at)
                .orElse(head.openedAt());
    }
}
