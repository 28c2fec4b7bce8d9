package coop.pools.governance.domain;

import java.util.Locale;

/** When people see how a vote stands. Said before the vote opens and never changed after that. */
public enum Shown {
    /** At any time. */
    LIVE,
    /** Once one has voted, or the vote has closed. */
    AFTER_VOTING,
    /** Once the vote has closed. */
    AFTER_CLOSE;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
