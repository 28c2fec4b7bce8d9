package coop.pools.receipt;

import coop.pools.receipt.domain.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Receipts and their bytes. Both are only ever inserted. */
public interface ReceiptStore {
    void insert(Receipt receipt);

    /** A piece of a receipt's bytes, from number 0 on. */
    void insertChunk(UUID receipt, int no, byte[] bytes);

    Optional<Receipt> find(UUID id);

    /** In the order of their numbers; may be empty. */
    List<Receipt> about(UUID about);

    /** In order. */
    List<byte[]> chunks(UUID receipt);
}
