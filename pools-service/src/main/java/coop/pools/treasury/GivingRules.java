package coop.pools.treasury;

import java.time.Duration;
import java.util.UUID;

/**
 * What a Pool's bylaws say about contributions (article 6).
 *
 * @param refundWindow how long a giver may take back what has not been spent; zero when not at all
 * @param spendsPending whether card money may be spent before it has arrived
 * @param giverBearsFees whether the form for giving proposes that the giver bears the card costs
 */
public record GivingRules(Duration refundWindow, boolean spendsPending, boolean giverBearsFees) {
    /** What treasury asks about a Pool; implemented over its bylaws. */
    public interface OfPool {
        /** Those in force now. */
        GivingRules of(UUID pool);
    }
}
