package coop.pools.ledger;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.ledger.HeadStore.KeyRow;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.SignedHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads signed heads: the present one of a book, those that were published, and the keys. */
public final class ReadHeads {
    private final LedgerStore books;
    private final HeadStore heads;
    private final SigningKeys keys;

    public ReadHeads(LedgerStore books, HeadStore heads, SigningKeys keys) {
        this.books = books;
        this.heads = heads;
        this.keys = keys;
    }

    /** The end of a book's chain now, signed; refuses NOT_FOUND when there is no such book. */
    public SignedHead present(UUID book) {
        BookHead head = books.book(book).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Instant at = books.entriesAfter(book, head.seq() - 1, 1).stream()
                .findFirst()
                .map(Entry::at)
                .orElse(head.openedAt());
        return keys.sign(book, head.seq(), head.hash(), at);
    }

    /** What was published of a book, the newest first, below a number. */
    public List<PublishedHead> history(UUID book, long belowSeq, int limit) {
        return heads.history(book, belowSeq, limit);
    }

    /** The newest published head of each book, in the order of the books' ids, after one of them. */
    public List<PublishedHead> newest(UUID afterBook, int limit) {
        return heads.newest(afterBook, limit);
    }

    /** All public keys, the newest first. */
    public List<Key> keys() {
        return keys.all().stream().map(Key::of).toList();
    }

    /**
     * A key that signs or signed.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo
     */
    public record Key(String id, byte[] publicKey, Instant createdAt, Optional<Instant> retiredAt) {
        static Key of(KeyRow row) {
            return new Key(row.id(), row.publicKey(), row.createdAt(), row.retiredAt());
        }
    }
}
