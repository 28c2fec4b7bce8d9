package coop.pools.kernel;

import java.util.Locale;

/**
 * Work that falls due by the clock or is left to be finished: jobs ask for it by this border, and carry no data of
 * their own. Doing it twice, or on two nodes at once, must be harmless.
 */
public interface DueWork {
    /** A short, stable name, for example {@code close-votes}. */
    String name();

    /** Does at most so many pieces and answers how many it did; 0 when nothing is due. */
    int run(int atMost);

    /** Whose answers it waits for, or what takes it long: it holds up nothing but work of the same lane. */
    default Lane lane() {
        return Lane.INSIDE;
    }

    /** Works of one lane are done one after the other. */
    enum Lane {
        /** Waits for nobody outside, and is done soon. */
        INSIDE,
        PROCESSOR,
        /** Compares lists of the processor with the books, which can take minutes. */
        RECONCILIATION,
        GROUPS,
        MAIL,
        /** Tells people, who can be very many. */
        NOTICES,
        /** Reads books from their beginning. */
        BOOKS;

        /** As the schedule calls it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
