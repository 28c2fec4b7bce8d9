package coop.pools.ledger;

import java.util.Locale;
import java.util.UUID;

/** Whose book it is: a Pool's or a Flood's, which has the same id, or the operator's own. */
public record BookName(UUID book, Kind kind, String slug, String name) {
    /** What kinds of bodies keep books. */
    public enum Kind {
        POOL,
        FLOOD,
        /** Whoever runs the installation: what of its fees and tips is its own. */
        OPERATOR;

        /** The word in file names and commands. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The body's address, for example {@code /pools/sunday-readers}. */
    public String path() {
        return "/" + kind.word() + "s/" + slug;
    }
}
