package coop.pools.governance.domain;

/**
 * One of several things to choose from.
 *
 * @param key a letter, by its place on the ballot paper: a, b, c ...
 * @param text a line for people
 * @param action what happens if it wins
 */
public record Option(String key, String text, Action action) {
    /** The key of the option at a place from 0 on. */
    public static String keyAt(int place) {
        return String.valueOf((char) ('a' + place));
    }
}
