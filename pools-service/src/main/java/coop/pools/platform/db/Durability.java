package coop.pools.platform.db;

import java.time.Duration;

/** Makes what has been committed survive a loss of power. */
public interface Durability {
    /** Returns when every commit made before the call is synced to the disk. */
    void awaitSynced();

    /** How long it pays to wait for one more commit that is being made, before both are synced. */
    default Duration patience() {
        return Duration.ZERO;
    }

    /** For databases whose commit is a sync already, such as PostgreSQL, and for those held in memory. */
    static Durability byCommit() {
        return () -> {};
    }
}
