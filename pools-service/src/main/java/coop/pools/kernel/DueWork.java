package coop.pools.kernel;

/**
 * Work that falls due by the clock or is left to be finished: jobs ask for it by this border, and carry no data of
 * their own. Doing it twice, or on two nodes at once, must be harmless.
 */
public interface DueWork {
    /** A short, stable name, for example {@code close-votes}. */
    String name();

    /** Does at most so many pieces and answers how many it did; 0 when nothing is due. */
    int run(int atMost);
}
