package coop.pools.bucket.web;

import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.treasury.TreasuryRefusal;
import java.util.Map;

/** What the API and the form check alike. */
final class BucketFields {
    private BucketFields() {}

    /** A goal in the body's currency; others are refused with WRONG_CURRENCY. */
    static Money goal(String currency, Money goal) {
        if (!goal.currency().getCurrencyCode().equals(currency)) {
            throw new Refused(TreasuryRefusal.WRONG_CURRENCY, Map.of("field", "goal", "currency", currency));
        }
        return goal;
    }
}
