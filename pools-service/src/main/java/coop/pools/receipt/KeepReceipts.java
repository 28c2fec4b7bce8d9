package coop.pools.receipt;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.receipt.domain.Receipt;
import coop.pools.receipt.domain.ReceiptFile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes receipts in: first looks at them, outside any transaction; then keeps them, in the transaction of what they
 * belong to. The bytes stand in the database, so every node has them and they are in no directory that a server serves.
 */
public final class KeepReceipts {
    /** How many files one expense can have. */
    public static final int MOST_FILES = 5;

    /** All files of one request together. */
    public static final int MOST_BYTES_TOGETHER = 20 * 1024 * 1024;

    private static final int CHUNK = 256 * 1024;
    private static final int MEGABYTE = 1024 * 1024;

    private final ReceiptStore store;
    private final IdSource ids;
    private final Clock clock;

    public KeepReceipts(ReceiptStore store, IdSource ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The files as they would be kept, in the order sent.
     *
     * @param least how many there must be
     * @throws Refused RECEIPT_COUNT, RECEIPT_TOO_LARGE or RECEIPT_UNREADABLE
     */
    public static List<ReceiptFile> checked(List<byte[]> sent, int least) {
        return checked("receipt", sent, least);
    }

    /** The same of files that came in another field of a form. */
    static List<ReceiptFile> checked(String field, List<byte[]> sent, int least) {
        if (sent.size() < least || sent.size() > MOST_FILES) {
            throw new Refused(ReceiptRefusal.RECEIPT_COUNT, Map.of("field", field, "least", least, "most", MOST_FILES));
        }
        checkSizes(field, sent);
        List<ReceiptFile> files = new ArrayList<>();
        for (byte[] bytes : sent) {
            int number = files.size() + 1;
            files.add(ReceiptFile.read(bytes)
                    .orElseThrow(() ->
                            new Refused(ReceiptRefusal.RECEIPT_UNREADABLE, Map.of("field", field, "number", number))));
        }
        return List.copyOf(files);
    }

    private static void checkSizes(String field, List<byte[]> sent) {
        long together = 0;
        for (int i = 0; i < sent.size(); i++) {
            together += sent.get(i).length;
            boolean alone = sent.get(i).length > ReceiptFile.MOST_BYTES;
            if (alone || together > MOST_BYTES_TOGETHER) {
                int most = (alone ? ReceiptFile.MOST_BYTES : MOST_BYTES_TOGETHER) / MEGABYTE;
                throw new Refused(
                        ReceiptRefusal.RECEIPT_TOO_LARGE,
                        Map.of(
                                "field",
                                field,
                                "number",
                                i + 1,
                                "mostMegabytes",
                                most,
                                "counted",
                                alone ? "each" : "together"));
            }
        }
    }

    /** Whether there is one among them that is not kept about this yet. Call inside a transaction. */
    public boolean areNew(UUID about, List<ReceiptFile> files) {
        List<String> kept = store.about(about).stream().map(Receipt::sha256).toList();
        return files.stream().anyMatch(file -> !kept.contains(Receipt.hex(IdSource.sha256(file.bytes()))));
    }

    /** Keeps them under ids that nobody can guess. Call inside a transaction. */
    public List<Receipt> keep(BodyRef body, UUID about, UUID keptBy, List<ReceiptFile> files) {
        return keep(new About(body, about, Receipt.Purpose.MONEY, 0), keptBy, files);
    }

    Instant now() {
        return clock.instant();
    }

    /** What files belong to. @param last the number of the last one that is there */
    record About(BodyRef body, UUID id, Receipt.Purpose purpose, int last) {}

    List<Receipt> keep(About about, UUID keptBy, List<ReceiptFile> files) {
        List<Receipt> kept = new ArrayList<>();
        for (ReceiptFile file : files) {
            Receipt receipt = new Receipt(
                    ids.newId(),
                    about.body(),
                    about.id(),
                    about.last() + kept.size() + 1,
                    file.type(),
                    file.bytes().length,
                    Receipt.hex(IdSource.sha256(file.bytes())),
                    keptBy,
                    clock.instant(),
                    about.purpose(),
                    Optional.empty());
            store.insert(receipt);
            for (int no = 0; no * CHUNK < file.bytes().length; no++) {
                int end = Math.min(file.bytes().length, (no + 1) * CHUNK);
                store.insertChunk(receipt.id(), no, Arrays.copyOfRange(file.bytes(), no * CHUNK, end));
            }
            kept.add(receipt);
        }
        return List.copyOf(kept);
    }
}
