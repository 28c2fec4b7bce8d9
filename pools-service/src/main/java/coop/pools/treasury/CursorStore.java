package coop.pools.treasury;

import java.time.Instant;
import java.util.Optional;

/** How far the processor's lists have been read. */
public interface CursorStore {
    /** Nothing happens when it is there already. */
    int insert(String name, Instant nextAt);

    Optional<Cursor> find(String name);

    /**
     * Takes the lease; 0 when somebody else has it, or when it is not due.
     *
     * @param latest the latest time of the next reading at which it is due
     */
    int lease(String name, Instant now, Instant latest, Instant until);

    /** Writes how far the reading is and makes the lease last longer; 0 when it was lost. */
    int save(Cursor cursor, Instant leasedUntil, Instant longer);

    /** Ends the lease; 0 when it was lost. */
    int release(String name, Instant leasedUntil, Instant nextAt);

    /**
     * One list.
     *
     * @param seenUntil everything up to here is stored; empty before the first reading has come to its end
     * @param sweepSince from when the reading under way reads; empty between readings
     * @param sweepStartedAt when it began
     * @param pageAfter the item after which it goes on; empty at its beginning
     */
    record Cursor(
            String name,
            Optional<Instant> seenUntil,
            Optional<Instant> sweepSince,
            Optional<Instant> sweepStartedAt,
            Optional<String> pageAfter,
            Instant nextAt) {

        /** A new reading from then on. */
        Cursor begun(Instant since, Instant at) {
            return new Cursor(name, seenUntil, Optional.of(since), Optional.of(at), Optional.empty(), nextAt);
        }

        Cursor after(String item) {
            return new Cursor(name, seenUntil, sweepSince, sweepStartedAt, Optional.of(item), nextAt);
        }

        /** The reading has come to its end: what had happened when it began is stored. */
        Cursor ended() {
            return new Cursor(name, sweepStartedAt, Optional.empty(), Optional.empty(), Optional.empty(), nextAt);
        }
    }
}
