package coop.pools.recurring.domain;

import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the payer wants done at the processor: stored before the processor is asked, and repeated until it has answered.
 * The orders of one recurring contribution are carried out in the order of their making.
 *
 * @param terms the number of the terms whose amount is to be charged, of a change
 */
public record MemberOrder(
        UUID id,
        UUID recurring,
        Kind kind,
        Optional<Integer> terms,
        State state,
        String note,
        Backoff backoff,
        Instant createdAt) {

    /** What is to be done. */
    public enum Kind {
        PAUSE,
        RESUME,
        CHANGE_AMOUNT,
        CANCEL,
        CANCEL_AT_PERIOD_END;

        public boolean isEnd() {
            return this == CANCEL || this == CANCEL_AT_PERIOD_END;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** REFUSED: the processor will not do it. */
    public enum State {
        OPEN,
        DONE,
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static MemberOrder wanted(UUID id, UUID recurring, Kind kind, Optional<Integer> terms, Instant at) {
        return new MemberOrder(id, recurring, kind, terms, State.OPEN, "", Backoff.from(at), at);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public MemberOrder done() {
        return new MemberOrder(id, recurring, kind, terms, State.DONE, "", Backoff.none(), createdAt);
    }

    public MemberOrder refused(String why) {
        return new MemberOrder(id, recurring, kind, terms, State.REFUSED, why, Backoff.none(), createdAt);
    }
}
