package coop.pools.governance.domain;

import java.util.Locale;
import java.util.Optional;

/** Where somebody stands before the vote. It binds nobody and counts for nothing. */
public enum Stance {
    FOR,
    UNSURE,
    AGAINST;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stance> ofWord(String word) {
        for (Stance stance : values()) {
            if (stance.word().equals(word)) {
                return Optional.of(stance);
            }
        }
        return Optional.empty();
    }
}
