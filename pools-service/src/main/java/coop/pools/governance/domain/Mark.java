package coop.pools.governance.domain;

import java.util.List;

/**
 * What stands on one ballot.
 *
 * @param marks a number for each option in their order, all zero or more; empty where there are no options and where one
 *     abstains. Ranked: 1 for the first choice, 2 for the second, 0 for none.
 */
public record Mark(Choice choice, List<Integer> marks) {
    public Mark {
        marks = List.copyOf(marks);
    }

    public static Mark of(Choice choice) {
        return new Mark(choice, List.of());
    }

    /** Marked options. */
    public static Mark of(List<Integer> marks) {
        return new Mark(Choice.AGREE, marks);
    }
}
