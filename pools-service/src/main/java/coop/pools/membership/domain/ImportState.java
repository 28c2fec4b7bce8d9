package coop.pools.membership.domain;

/** Where the reading of a roster stands. */
public enum ImportState {
    /** More pages are to come. */
    RUNNING,
    /** Everybody has been read. */
    DONE,
    /** Given up after failing too often in a row. */
    FAILED
}
