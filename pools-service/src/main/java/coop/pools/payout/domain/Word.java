package coop.pools.payout.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a member has said about a payout; only ever added. Of one person and side the latest counts.
 *
 * @param no counted from 1 for each payout
 * @param text a reference or a reason; may be empty
 */
public record Word(int no, UUID person, Kind kind, String text, Instant at) {

    /** What can be said. */
    public enum Kind {
        /** A steward: I have sent it. */
        SENT,
        /** Another steward: I have seen that it was sent. */
        SEEN,
        /** A steward: it could not be sent. */
        NOT_SENT,
        /** A steward: it was paid, and all of it came back. */
        CAME_BACK,
        /** A member: the new bank details are the payee's. */
        CONFIRM,
        /** A member: they are not, or I do not know. */
        OBJECT;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it has to say which transfer, or why. */
        public boolean needsWords() {
            return this != SEEN && this != CONFIRM;
        }

        public boolean isOfStewards() {
            return this == SENT || this == SEEN || this == NOT_SENT || this == CAME_BACK;
        }
    }
}
