package coop.pools.bucket;

import coop.pools.kernel.RefusalCode;

/** Why something cannot be done with a bucket. */
public enum BucketRefusal implements RefusalCode {
    /** The Pool has no such bucket; facts: {@code field}. */
    UNKNOWN_BUCKET(Kind.INVALID),
    /** The bucket is closed: nothing more goes into it or out of it; facts: {@code field}, {@code name}. */
    BUCKET_CLOSED(Kind.CONFLICT),
    /** The id was used for a bucket with other values. */
    BUCKET_EXISTS(Kind.CONFLICT),
    /** The Pool has an open bucket of that name; facts: {@code field}, {@code name}. */
    BUCKET_NAME_TAKEN(Kind.CONFLICT),
    /** The Pool has as many open buckets as it may; facts: {@code most}. */
    TOO_MANY_BUCKETS(Kind.CONFLICT);

    private final Kind kind;

    BucketRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
