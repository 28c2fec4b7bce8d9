package coop.pools.recurring;

import coop.pools.kernel.RefusalCode;

/** Why a recurring contribution stays as it is. */
public enum RecurringRefusal implements RefusalCode {
    /** Its first payment has not been made. */
    RECURRING_NOT_STARTED(Kind.CONFLICT),
    /** It has ended, and nothing more is charged. */
    RECURRING_OVER(Kind.CONFLICT),
    /** Another change has been sent to the processor, and it has not answered yet. */
    RECURRING_CHANGING(Kind.CONFLICT),
    /** The processor will not do it; facts: {@code reason}. */
    RECURRING_REFUSED(Kind.CONFLICT),
    /** More than one person can have at a time; facts: {@code most}. */
    RECURRING_TOO_MANY(Kind.CONFLICT),
    /** The money of this Pool is held elsewhere than that of the present ones; facts: {@code field}. */
    RECURRING_CUSTODY(Kind.INVALID),
    /** A tip is for a single payment; facts: {@code field}. */
    RECURRING_TIP(Kind.INVALID);

    private final Kind kind;

    RecurringRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
