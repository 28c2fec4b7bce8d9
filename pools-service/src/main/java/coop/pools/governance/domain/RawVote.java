package coop.pools.governance.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /** Keeps delegations until the people are known. */
    public static final class Kept implements Delegations {
        private static final int FIELDS = 6;
        private static final int PIECE = FIELDS * 8_192;

        /** Pieces of one length, since one long array would be copied again and again. */
        private final List<long[]> pieces = new ArrayList<>();

        private final List<Held> helds = new ArrayList<>();
        private long[] rows = new long[0];
        private int used;

        @Override
        public void delegation(int topic, long high, long low, int revision, long toHigh, long toLow, Held held) {
            if (used == rows.length) {
                rows = new long[PIECE];
                pieces.add(rows);
                used = 0;
            }
            boolean asked = held != Held.UNASKED;
            rows[used++] = high;
            rows[used++] = low;
            rows[used++] = toHigh;
            rows[used++] = toLow;
            rows[used++] = (long) topic << 32 | revision;
            rows[used++] = asked ? helds.size() : -1;
            if (asked) {
                helds.add(held);
            }
        }

        /** Hands them on. */
        public void to(Delegations each) {
            for (long[] piece : pieces) {
                hand(piece, piece == rows ? used : PIECE, each);
            }
        }

        private void hand(long[] piece, int end, Delegations each) {
            for (int at = 0; at < end; at += FIELDS) {
                int held = (int) piece[at + 5];
                each.delegation(
                        (int) (piece[at + 4] >> 32),
                        piece[at],
                        piece[at + 1],
                        (int) piece[at + 4],
                        piece[at + 2],
                        piece[at + 3],
                        held < 0 ? Held.UNASKED : helds.get(held));
            }
        }
    }
}
