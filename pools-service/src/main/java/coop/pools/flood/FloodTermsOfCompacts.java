package coop.pools.flood;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import java.util.UUID;

/** The rules about money in the compacts in force. */
public final class FloodTermsOfCompacts implements FloodTerms {
    private final ReadBylaws bylaws;

    public FloodTermsOfCompacts(ReadBylaws bylaws) {
        this.bylaws = bylaws;
    }

    @Override
    public Terms of(UUID flood) {
        Rules rules = bylaws.rules(flood);
        return new Terms(
                Fund.of(rules.word(RuleKey.FLOOD_FUNDS)),
                CostKey.of(rules.word(RuleKey.FLOOD_KEY)),
                Shortfall.of(rules.word(RuleKey.FLOOD_SHORTFALL)),
                rules.share(RuleKey.FLOOD_CAP));
    }
}
