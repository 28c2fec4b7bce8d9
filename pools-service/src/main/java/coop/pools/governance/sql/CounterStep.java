package coop.pools.governance.sql;

import coop.pools.governance.domain.Choice;
import java.util.Optional;

/**
 * By how much the counter of a vote changes; blocks are among those who disagree.
 *
 * @param casts how many ballots came, revisions too
 */
public record CounterStep(long agree, long disagree, long abstain, long blocks, long casts) {
    private static final CounterStep NONE = new CounterStep(0, 0, 0, 0, 0);
    private static final CounterStep ONE = new CounterStep(0, 0, 0, 0, 1);

    /** What it means that a ballot says something instead of something else. */
    static CounterStep of(Optional<Choice> now, Optional<Choice> before) {
        return ONE.plus(of(now)).plus(of(before).times(-1));
    }

    private static CounterStep of(Optional<Choice> choice) {
        return choice.map(said -> switch (said) {
                    case AGREE -> new CounterStep(1, 0, 0, 0, 0);
                    case DISAGREE -> new CounterStep(0, 1, 0, 0, 0);
                    case ABSTAIN -> new CounterStep(0, 0, 1, 0, 0);
                    case BLOCK -> new CounterStep(0, 1, 0, 1, 0);
                })
                .orElse(NONE);
    }

    CounterStep plus(CounterStep other) {
        return new CounterStep(
                agree + other.agree,
                disagree + other.disagree,
                abstain + other.abstain,
                blocks + other.blocks,
                casts + other.casts);
    }

    private CounterStep times(long factor) {
        return new CounterStep(agree * factor, disagree * factor, abstain * factor, blocks * factor, casts * factor);
    }
}
