package coop.pools.treasury;

import coop.pools.kernel.RefusalCode;

/** Why money cannot come in, or go back. */
public enum TreasuryRefusal implements RefusalCode {
    /** Below the least that the processor charges; facts: {@code field}, {@code minimum}. */
    AMOUNT_TOO_SMALL(Kind.INVALID),
    /** Above the most that one charge can be; facts: {@code field}, {@code maximum}. */
    AMOUNT_TOO_LARGE(Kind.INVALID),
    /** The processor charges or sends multiples of a step only; facts: {@code field}, {@code step}. */
    AMOUNT_NOT_A_MULTIPLE(Kind.INVALID),
    /** Not the currency of the Pool or Flood; facts: {@code field}, {@code currency}. */
    WRONG_CURRENCY(Kind.INVALID),
    /** The processor does not charge this currency; facts: {@code currency}. */
    CURRENCY_NOT_CHARGED(Kind.INVALID),
    /** The id was used for a contribution with other values. */
    CONTRIBUTION_EXISTS(Kind.CONFLICT),
    /** The card processor gave no answer; nothing was charged. Facts: {@code retryAfterSeconds}. */
    PROCESSOR_UNREACHABLE(Kind.BUSY),
    /** The card processor refuses for good; facts: {@code reason}. */
    PAYMENT_REFUSED(Kind.CONFLICT),
    /** The Pool has no such bucket, or it takes no money; facts: {@code field}, {@code bucket}, {@code pool}. */
    NO_SUCH_BUCKET(Kind.INVALID),
    /** The parts are not 10,000 basis points together; facts: {@code field}, {@code basisPoints}, {@code percent}. */
    SPLIT_NOT_WHOLE(Kind.INVALID),
    /** None, or more parts than a payment can have; facts: {@code field}, {@code most}. */
    SPLIT_TOO_MANY(Kind.INVALID),
    /** A Pool or bucket is named twice; facts: {@code field}. */
    SPLIT_TWICE(Kind.INVALID),
    /** A part would get nothing at all; facts: {@code field}. */
    SPLIT_TOO_SMALL(Kind.INVALID),
    /** Money of these Pools is held in different places; facts: {@code field}, {@code pools}: on accounts of their own. */
    SPLIT_CUSTODY(Kind.INVALID),
    /** Nobody asks for tips here; facts: {@code field}. */
    TIP_NOT_TAKEN(Kind.INVALID),
    /** More than is given; facts: {@code field}, {@code most}. */
    TIP_TOO_LARGE(Kind.INVALID),
    /** Only who has given can take back. */
    NOT_YOUR_CONTRIBUTION(Kind.FORBIDDEN),
    /** It has not been paid, or all of it has gone back. */
    NOTHING_TO_REFUND(Kind.CONFLICT),
    /** The card fee, which does not come back, is not known yet. */
    REFUND_TOO_SOON(Kind.CONFLICT),
    /** The bylaws give no more time for it; facts: {@code days}. */
    REFUND_WINDOW_OVER(Kind.CONFLICT),
    /** The payer has asked their bank already. */
    REFUND_DISPUTED(Kind.CONFLICT),
    /** More than is left of the payment; facts: {@code field}, {@code most}. */
    REFUND_TOO_MUCH(Kind.INVALID),
    /** A Pool does not hold it unspent any more; facts: {@code field}, {@code most}. */
    REFUND_NOT_COVERED(Kind.CONFLICT),
    /** A payment that was put to the usual vote since would be large without it; facts: {@code field}, {@code most}. */
    REFUND_KEEPS_PAYMENT(Kind.CONFLICT),
    /** It went into the giver's share when they left the Pool, or when the Pool ended. */
    REFUND_PARTED(Kind.CONFLICT),
    /** The id was used for a refund with other values. */
    REFUND_EXISTS(Kind.CONFLICT),
    /** There is nothing left to pay. */
    ALREADY_PAID(Kind.CONFLICT),
    /** The time to pay is over; a new contribution can be started. */
    CHECKOUT_EXPIRED(Kind.CONFLICT),
    /** The event is not signed with a known secret, or was signed too long ago. */
    BAD_SIGNATURE(Kind.MALFORMED);

    private final Kind kind;

    TreasuryRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
