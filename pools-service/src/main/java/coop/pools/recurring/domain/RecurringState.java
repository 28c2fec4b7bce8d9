package coop.pools.recurring.domain;

import java.util.Locale;

/** Where a recurring contribution stands, as the processor told it last. */
public enum RecurringState {
    /** Its first payment has not been made. */
    PENDING,
    ACTIVE,
    /** A payment has failed and is tried again. */
    PAST_DUE,
    /** Nothing is charged until it goes on. */
    PAUSED,
    /** Nothing will be charged any more. */
    ENDED,
    /** Its first payment was never made, and cannot be made any more. */
    EXPIRED;

    /** Whether more may be charged. */
    public boolean isOver() {
        return this == ENDED || this == EXPIRED;
    }

    /** Whether it has begun and is not over, so that its payer can change it. */
    public boolean isRunning() {
        return this == ACTIVE || this == PAST_DUE || this == PAUSED;
    }

    /** What has ended never begins again; all else follows what is told. A page that expired may have been paid. */
    public boolean mayBecome(RecurringState next) {
        if (next == this) {
            return false;
        }
        return switch (this) {
            case PENDING -> true;
            case ACTIVE, PAST_DUE, PAUSED -> next != PENDING && next != EXPIRED;
            case ENDED -> false;
            case EXPIRED -> next != PENDING;
        };
    }

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static RecurringState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
