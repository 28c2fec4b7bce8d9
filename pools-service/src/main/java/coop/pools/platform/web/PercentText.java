package coop.pools.platform.web;

import coop.pools.kernel.BasisPoints;

/** Basis points as people read them. */
public final class PercentText {
    private PercentText() {}

    /** For example {@code 10%} or {@code 2.5%}. */
    public static String of(int basisPoints) {
        return BasisPoints.inPercent(basisPoints) + "%";
    }
}
