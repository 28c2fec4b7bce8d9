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

    private static final int UNKNOWN = -2;

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
        Arrays.fill(of, UNKNOWN);
        int[] way = new int[people];
        for (int person = 0; person < people; person++) {
            if (of[person] != UNKNOWN) {
                continue;
            }
            int steps = 0;
            int at = person;
            int found = UNKNOWN;
            while (found == UNKNOWN) {
                if (voted[at]) {
                    found = at;
                    of[at] = at;
                } else {
                    way[steps++] = at;
                    // Whoever comes by here again on this way has run in a circle.
                    of[at] = NONE;
                    at = delegate[at];
                    found = at == NONE ? NONE : of[at];
                }
            }
            while (steps > 0) {
                of[way[--steps]] = found;
            }
        }
        return of;
    }
}
