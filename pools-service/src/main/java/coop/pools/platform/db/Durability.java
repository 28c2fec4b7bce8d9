package coop.pools.platform.db;

/** Makes what has been committed survive a loss of power. */
public interface Durability {
    /** Returns when every commit made before the call is synced to the disk. */
    void awaitSynced();

    /** For databases whose commit is a sync already, such as PostgreSQL, and for those held in memory. */
    static Durability byCommit() {
        return () -> {};
    }
}
