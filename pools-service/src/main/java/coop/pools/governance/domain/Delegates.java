package coop.pools.governance.domain;

import java.util.Arrays;

/**
 * Finds whose ballot counts for each person. People are numbers from 0 on, so that a million of them are a few arrays.
 * One's own ballot always wins; otherwise the ballot of the first person on the way from delegate to delegate who has
 * one. A way that ends without a ballot, or runs in a circle, counts for nobody.
 */
public final class Delegates {
    /** Nobody: no delegate, or no ballot. */
    public static final int NONE = -1;

    private Delegates() {}

    /**
     * For each person the number of the person whose ballot counts for them, or {@link #NONE}.
     *
     * @param delegate for each person the number of their delegate, or {@link #NONE}
     * @param voted for each person whether they cast a ballot of their own
     */
    public static int[] ballots(int[] delegate, boolean[] voted) {
        int people = delegate.length;
        int[] of = new int[people];
        for (int person = 0; person < people; person++) {
            of[person] = voted[person] ? person : delegate[person] == NONE ? NONE : open(delegate[person]);
        }
        resolve(of);
        return of;
    }

    /**
     * Puts what stands at the end of each way in all places of the way; {@link #NONE} where it ends in a circle.
     *
     * @param answers for each place the {@link #open} place to look in next; or the end: {@link #NONE} or more
     */
    static void resolve(int[] answers) {
        int[] way = new int[64];
        for (int place = 0; place < answers.length; place++) {
            int steps = 0;
            int at = place;
            int found = answers[at];
            while (isOpen(found)) {
                if (steps == way.length) {
                    way = Arrays.copyOf(way, steps * 2);
                }
                way[steps++] = at;
                // Whoever comes by here again on this way has run in a circle.
                answers[at] = NONE;
                at = open(found);
                found = answers[at];
            }
            while (steps > 0) {
                answers[way[--steps]] = found;
            }
        }
    }

    /** Where one has yet to look is kept in the place of the answer, as a number below {@link #NONE}; and back. */
    static int open(int number) {
        return NONE - 1 - number;
    }

    private static boolean isOpen(int answer) {
        return answer < NONE;
    }
}
