package coop.pools.governance.domain;

import java.util.Locale;
import java.util.Optional;

/** What a ballot says. All three count towards the quorum. */
public enum Choice {
    AGREE,
    DISAGREE,
    ABSTAIN;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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
