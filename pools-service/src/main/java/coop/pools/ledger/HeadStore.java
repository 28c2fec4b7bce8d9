package coop.pools.ledger;

import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.SignedHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The installation's keys and the heads that were published. */
public interface HeadStore {
    /** Answers 0 when the key is there. */
    int insertKey(KeyRow key);

    /** Retires every key but this one. */
    void retireOthers(String id, Instant at);

    /** The key that signs now. */
    Optional<KeyRow> signingKey();

    /** All keys, the newest first. */
    List<KeyRow> keys();

    /** Books whose head moved after what was published of them before the given moment. */
    List<UUID> unpublished(Instant before, int limit);

    /** Answers 0 when a head of that length was published before. */
    int publish(SignedHead head, Instant at);

    void startWatch(UUID book);

    void watchPublished(UUID book, long seq, Instant at);

    /** PublishedHead heads of a book below a number, the newest first. */
    List<PublishedHead> history(UUID book, long belowSeq, int limit);

    /** PublishedHead heads of a book above a number, ascending. */
    List<PublishedHead> historyAfter(UUID book, long aboveSeq, int limit);

    /** The newest published head of each book, in the order of the books' ids, after one of them. */
    List<PublishedHead> newest(UUID afterBook, int limit);

    /**
     * A key pair.
     *
     * @param id the first 16 hexadecimal digits of the public key's SHA-256
     * @param publicKey X.509 SubjectPublicKeyInfo
     * @param privateKey PKCS #8, sealed or not
     */
    record KeyRow(
            String id,
            byte[] publicKey,
            byte[] privateKey,
            boolean sealed,
            Instant createdAt,
            Optional<Instant> retiredAt) {}
}
