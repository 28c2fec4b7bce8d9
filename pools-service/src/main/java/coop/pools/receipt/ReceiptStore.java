package coop.pools.receipt;

import coop.pools.receipt.domain.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Receipts and other files, and their bytes. Both are only ever inserted, but for what people erase of their own words. */
public interface ReceiptStore {
    void insert(Receipt receipt);

    /** A piece of a receipt's bytes, from number 0 on. */
    void insertChunk(UUID receipt, int no, byte[] bytes);

    Optional<Receipt> find(UUID id);

    /** In the order of their numbers; may be empty. */
    List<Receipt> about(UUID about);

    /** In order. */
    List<byte[]> chunks(UUID receipt);

    /** What was added to a proposal and to its comments, the oldest first. */
    List<Receipt> attached(UUID proposal);

    /** How many files somebody has added to words since a moment, erased ones too. */
    long attachedSince(UUID person, Instant since);

    /** 0 when it is erased already, or a paper of money. */
    int markErased(UUID id, Instant at);

    void deleteChunks(UUID id);
}
