package coop.pools.commons.domain;

/**
 * What share of fees and tips is under the community's control, in basis points of them.
 *
 * @param basisPoints at the beginning, 0 to {@code most}
 * @param rise added on every anniversary of the first publishing, 0 to 10,000
 * @param most what it rises to, at most 10,000
 */
public record ShareTerms(int basisPoints, int rise, int most) {
    public ShareTerms {
        if (basisPoints < 0 || basisPoints > most || most > 10_000 || rise < 0 || rise > 10_000) {
            throw new IllegalArgumentException(basisPoints + " rising " + rise + " to " + most);
        }
    }

    /** After so many anniversaries. */
    public int after(long years) {
        if (rise == 0 || years == 0) {
            return basisPoints;
        }
        // More years than basis points change nothing any more.
        return (int) Math.min(most, basisPoints + Math.min(years, 10_000) * rise);
    }

    /** Whether it is less than others at any time, where both begin now. */
    public boolean isEverBelow(ShareTerms others) {
        for (int years = 0; years <= 10_000; years++) {
            if (after(years) < others.after(years)) {
                return true;
            }
            if (isFull(years) && others.isFull(years)) {
                return false;
            }
        }
        return false;
    }

    private boolean isFull(int years) {
        return rise == 0 || after(years) == most;
    }
}
