package coop.pools.governance.web;

import java.util.List;

/**
 * How people decide on a proposal, for its pages.
 *
 * @param ask what stands above the ballot
 * @param choices of a ballot without options
 * @param options in their order; empty without options
 * @param marks what an option can be given; empty where it is ticked
 * @param poolsTold whether the count of an anonymous vote tells how the people of each Pool voted
 * @param tallied whether results of options are to be seen
 * @param hidden why no results are to be seen yet; otherwise empty
 * @param extra what else decides, in words; may be empty
 * @param conflict what those may do who would gain; empty for others
 * @param delegate who votes for the reader, none or one
 * @param receipt of the reader's ballot; empty without one
 */
public record Voting(
        String method,
        boolean hasOptions,
        String ask,
        List<Choosable> choices,
        List<Line> options,
        List<Given> marks,
        boolean anonymous,
        boolean poolsTold,
        String reasons,
        String reasonHint,
        boolean interest,
        boolean change,
        boolean tallied,
        String wonWord,
        long mostPoints,
        String resultWords,
        String hidden,
        String extra,
        String conflict,
        List<ForMe> delegate,
        String receipt) {
    /** Begins the field of an option's number. */
    static final String MARK = "mark-";
    /** The field of the one option that is chosen. */
    static final String OPTION = "option";
    /** The field of whoever would gain. */
    static final String INTEREST = "interest";

    /** A choice with its word, label and icon. */
    public record Choosable(String value, String label, String icon) {}

    /** @param mark the reader's own; {@code words} the result in people */
    public record Line(String key, String text, String does, int mark, long points, String words, boolean won) {}

    /** A number to give, and what it means. */
    public record Given(int value, String label) {}

    /** A delegate, and what they voted. */
    public record ForMe(String name, String words) {}
}
