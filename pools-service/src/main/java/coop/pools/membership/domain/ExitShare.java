package coop.pools.membership.domain;

import coop.pools.kernel.Money;
import java.util.Currency;

/**
 * What a member is paid on leaving, and how that was worked out.
 *
 * @param formula one sentence for people, with its article
 */
public record ExitShare(Money amount, String formula) {
    /** Under the present editions what was given stays in the common fund: the share is zero for everybody. */
    public static ExitShare underArticle17(Currency currency) {
        return new ExitShare(
                Money.zero(currency),
                "Exit share = 0: what a member gave stays in the common fund of the Pool (article 17.3 of the bylaws).");
    }
}
