package coop.pools.commons;

import coop.pools.commons.domain.ShareTerms;

/**
 * What the operator asks for and promises.
 *
 * @param feeBasisPoints of what is given to Pools; 0 for no fee, at most {@link #MOST_FEE}
 * @param tips whether contributors may add a tip
 * @param operator what the operator's part is called
 * @param share what is published when nothing is yet; afterwards it has no effect
 */
public record CommonsPlan(int feeBasisPoints, boolean tips, String operator, ShareTerms share) {
    /** A tenth. */
    public static final int MOST_FEE = 1_000;

    public CommonsPlan {
        if (feeBasisPoints < 0 || feeBasisPoints > MOST_FEE) {
            throw new IllegalArgumentException("a fee of " + feeBasisPoints + " basis points");
        }
    }

    public boolean isOn() {
        return feeBasisPoints > 0 || tips;
    }
}
