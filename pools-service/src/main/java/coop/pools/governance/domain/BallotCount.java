package coop.pools.governance.domain;

import java.util.Collection;

/**
 * How many people chose what; each person counts one. None is below zero.
 *
 * @param agree where there are options: those who support the one that leads
 * @param disagree blocks among them; where there are options: those who marked others
 */
public record BallotCount(long agree, long disagree, long abstain, long blocks) {
    public static final BallotCount NONE = new BallotCount(0, 0, 0);

    public BallotCount {
        if (agree < 0 || disagree < 0 || abstain < 0 || blocks < 0 || blocks > disagree) {
            throw new IllegalArgumentException("no count: " + agree + ", " + disagree + ", " + abstain + ", " + blocks);
        }
    }

    /** A count without blocks. */
    public BallotCount(long agree, long disagree, long abstain) {
        this(agree, disagree, abstain, 0);
    }

    /** Counts the choice of each person, in any order. */
    public static BallotCount of(Collection<Choice> choices) {
        long agree = choices.stream().filter(c -> c == Choice.AGREE).count();
        long abstain = choices.stream().filter(c -> c == Choice.ABSTAIN).count();
        long blocks = choices.stream().filter(c -> c == Choice.BLOCK).count();
        return new BallotCount(agree, choices.size() - agree - abstain, abstain, blocks);
    }

    /** All people with a counted ballot. */
    public long cast() {
        return agree + disagree + abstain;
    }
}
