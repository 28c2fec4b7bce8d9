package coop.pools.governance.domain;

import java.util.Locale;

/** Whether people write why they vote as they do. */
public enum Reasons {
    OPTIONAL,
    REQUIRED,
    /** Nobody is asked. */
    OFF,
    /** Those who disagree or block must say why; others may. */
    DISAGREEING;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such a ballot needs a reason. */
    public boolean asks(Choice choice) {
        return this == REQUIRED || this == DISAGREEING && choice.objects();
    }
}
