package coop.pools.demo;

/** The row that says how far the clock is ahead. */
public interface ClockAdvanceStore {
    long microseconds();

    void add(long microseconds);
}
