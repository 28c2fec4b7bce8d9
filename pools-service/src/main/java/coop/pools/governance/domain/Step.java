package coop.pools.governance.domain;

import java.util.Locale;

/** What the clock does next to a proposal; each happens once. */
public enum Step {
    /** The vote opens. */
    OPEN,
    /** The vote closes and its outcome is stored. */
    CLOSE,
    /** The passed proposal is carried out. */
    ENACT;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
