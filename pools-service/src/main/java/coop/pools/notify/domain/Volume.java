package coop.pools.notify.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much mail a person wants. */
public enum Volume {
    /** Each message by itself, at once. */
    EVERYTHING,
    /** All messages of a day in one mail; the usual. */
    DIGEST,
    /** At once, but only what the person has to do something about. */
    WAITING,
    NOTHING;

    /** The word in the database and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Volume> of(String word) {
        return Arrays.stream(values())
                .filter(volume -> volume.word().equals(word))
                .findFirst();
    }
}
