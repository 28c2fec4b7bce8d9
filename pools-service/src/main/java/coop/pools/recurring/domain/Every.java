package coop.pools.recurring.domain;

import java.util.Locale;

/** How often a recurring contribution is paid. */
public enum Every {
    MONTH(12),
    YEAR(1);

    private final int timesAYear;

    Every(int timesAYear) {
        this.timesAYear = timesAYear;
    }

    public int timesAYear() {
        return timesAYear;
    }

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static Every of(String word) {
        for (Every every : values()) {
            if (every.word().equals(word)) {
                return every;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
