package coop.pools.governance.domain;

import java.time.Instant;

/** What a vote without options is counted from, row by row and in numbers: an id comes as its two halves. */
public final class RawVote {
    private RawVote() {}

    /** Microseconds since 1970, by which moments of delegations are compared. */
    public static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    /** Takes everybody who may vote, Pool by Pool, as often as they stand in one. */
    public interface Stays {
        /** Who comes next is of this Pool. */
        void pool(long high, long low);

        void stay(long high, long low);
    }

    /** Takes all revisions of all ballots; in no order. */
    public interface Ballots {
        /** @param choice its place among {@link Choice}s, or {@link #WITHDRAWN} */
        void ballot(long high, long low, int revision, int choice);
    }

    /** Says that a ballot was taken back. */
    public static final int WITHDRAWN = -1;

    /** Takes all revisions of all delegations that may matter; in no order. */
    public interface Delegations {
        /** @param to nobody's id where it has ended or does not hold when the vote closes */
        void delegation(int topic, long high, long low, int revision, long toHigh, long toLow, Held held);
    }

    /**
     * When a delegation was given and when it ended or ends; asked for only where a vote is part of several topics.
     *
     * @param given in {@link RawVote#micros}
     */
    public record Held(long given, long ends) {
        /** Where nobody asks. */
        public static final Held UNASKED = new Held(0, 0);
    }
}
