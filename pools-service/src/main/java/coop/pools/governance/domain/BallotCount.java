package coop.pools.governance.domain;

import java.util.Collection;

/** How many people chose what; each person's latest ballot counts one. None is below zero. */
public record BallotCount(long agree, long disagree, long abstain) {
    public static final BallotCount NONE = new BallotCount(0, 0, 0);

    public BallotCount {
        if (agree < 0 || disagree < 0 || abstain < 0) {
            throw new IllegalArgumentException("fewer than no ballots: " + agree + ", " + disagree + ", " + abstain);
        }
    }

    /** Counts the latest choice of each person, in any order. */
    public static BallotCount of(Collection<Choice> choices) {
        long agree = choices.stream().filter(c -> c == Choice.AGREE).count();
        long disagree = choices.stream().filter(c -> c == Choice.DISAGREE).count();
        return new BallotCount(agree, disagree, choices.size() - agree - disagree);
    }

    /** All people with a counted ballot. */
    public long cast() {
        return agree + disagree + abstain;
    }
}
