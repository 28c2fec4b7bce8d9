package coop.pools.receipt;

import coop.pools.kernel.RefusalCode;

/** Why a file is not kept as a receipt. */
public enum ReceiptRefusal implements RefusalCode {
    /** Not wholly a JPEG, PNG, WebP or PDF; facts: {@code field}, {@code number}. */
    RECEIPT_UNREADABLE(Kind.INVALID),
    /** Facts: {@code field}, {@code number}, {@code mostMegabytes}. */
    RECEIPT_TOO_LARGE(Kind.TOO_LARGE),
    /** None or too many; facts: {@code field}, {@code least}, {@code most}. */
    RECEIPT_COUNT(Kind.INVALID),
    /** A person adds so many files to words in a day; facts: {@code field}, {@code most}. */
    FILES_TOO_MANY(Kind.CONFLICT),
    /** Files are added by whoever wrote what they belong to. */
    NOT_YOUR_WORDS(Kind.FORBIDDEN),
    /** The vote is about what stood there when it opened. */
    WORDS_ARE_FROZEN(Kind.CONFLICT);

    private final Kind kind;

    ReceiptRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
