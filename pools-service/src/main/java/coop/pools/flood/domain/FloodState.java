package coop.pools.flood.domain;

import java.util.Locale;

/** The life of a Flood. A dissolved one stays to be read; a new one can be founded by anybody. */
public enum FloodState {
    /** Founded; fewer than two Pools have joined so far. */
    FORMING,
    /** Two Pools have joined at some time and at least one still belongs to it. */
    ACTIVE,
    /** Every Pool has left. */
    DISSOLVED;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state after a Pool has joined, which makes so many. */
    public FloodState afterJoining(int pools) {
        return this == FORMING && pools >= 2 ? ACTIVE : this;
    }

    /** The state after a Pool has left, which leaves so many. One that is still forming waits for the other votes. */
    public FloodState afterLeaving(int pools) {
        return this == ACTIVE && pools == 0 ? DISSOLVED : this;
    }
}
