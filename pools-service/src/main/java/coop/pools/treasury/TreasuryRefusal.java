package coop.pools.treasury;

import coop.pools.kernel.RefusalCode;

/** Why money cannot come in. */
public enum TreasuryRefusal implements RefusalCode {
    /** Below the least that the processor charges; facts: {@code field}, {@code minimum}. */
    AMOUNT_TOO_SMALL(Kind.INVALID),
    /** Above the most that one charge can be; facts: {@code field}, {@code maximum}. */
    AMOUNT_TOO_LARGE(Kind.INVALID),
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
