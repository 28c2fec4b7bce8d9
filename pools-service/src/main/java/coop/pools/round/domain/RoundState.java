package coop.pools.round.domain;

import java.util.Locale;

/** Where a round is; by the clock, so that a job that is late keeps none open. */
public enum RoundState {
    /** Its pot is set aside; it cannot be given in yet. */
    OPENING,
    OPEN,
    /** Its time is over and its money is about to be given. */
    CLOSING,
    /** The buckets have what they were given. */
    FUNDED,
    /** All went back. */
    RETURNED;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
