package coop.pools.round;

import coop.pools.kernel.RefusalCode;

/** Why something cannot be done with a round. */
public enum RoundRefusal implements RefusalCode {
    /** There is no such round here. */
    UNKNOWN_ROUND(Kind.INVALID),
    /** The round can be given in from a later moment on; facts: {@code opensAt}. */
    ROUND_NOT_OPEN_YET(Kind.CONFLICT),
    /** The round is over: nothing changes any more. */
    ROUND_CLOSED(Kind.CONFLICT),
    /** The person has no share in the round: not a member at its opening, or not any more. */
    NOT_IN_ROUND(Kind.FORBIDDEN),
    /** The bucket is not in the round. */
    BUCKET_NOT_IN_ROUND(Kind.INVALID),
    /** It is more than is left of the person's share; facts: {@code field}, {@code left}. */
    SHARE_EXCEEDED(Kind.CONFLICT),
    /** It is more than the bucket can still take; facts: {@code field}, {@code name}, {@code room}. */
    BUCKET_FULL(Kind.CONFLICT),
    /** The pot does not give everybody the smallest unit; facts: {@code people}. */
    POT_TOO_SMALL(Kind.CONFLICT),
    /** The round would close before it opens, or is open longer than it may; facts: {@code field}, {@code most}. */
    ROUND_TIMES(Kind.INVALID),
    /** What a bucket needs is more than it can get; facts: {@code field}. */
    MINIMUM_ABOVE_TARGET(Kind.INVALID),
    /** A bucket stands in it twice; facts: {@code field}. */
    BUCKET_TWICE(Kind.INVALID),
    /** There are as many open rounds as there may be; facts: {@code most}. */
    TOO_MANY_ROUNDS(Kind.CONFLICT);

    private final Kind kind;

    RoundRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
