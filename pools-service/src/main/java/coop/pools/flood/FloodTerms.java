package coop.pools.flood;

import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.kernel.BasisPoints;
import java.util.UUID;

/** What a compact says about money, read anew for each step. */
public interface FloodTerms {
    Terms of(UUID flood);

    /**
     * The rules about money.
     *
     * @param fund how new money belongs to the Flood
     * @param cap what pledges may take of a Pool in a calendar year
     */
    record Terms(Fund fund, CostKey key, Shortfall shortfall, BasisPoints cap) {}
}
