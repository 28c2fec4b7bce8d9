package coop.pools.governance.domain;

import java.util.Locale;
import java.util.Optional;

/** What a ballot says. All of them count towards the quorum. */
public enum Choice {
    /** For the proposal; where there are options, that they are marked. */
    AGREE,
    DISAGREE,
    ABSTAIN,
    /** Disagrees, and wants the proposal stopped; only where the proposal offers it. */
    BLOCK;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is against the proposal. */
    public boolean objects() {
        return this == DISAGREE || this == BLOCK;
    }

    /** The choice with this word; empty when there is none. */
    public static Optional<Choice> ofWord(String word) {
        for (Choice choice : values()) {
            if (choice.word().equals(word)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
