package coop.pools.treasury.web;

import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyText;
import coop.pools.treasury.domain.Extra;
import java.util.List;
import java.util.Map;

/**
 * What somebody is about to pay, to be looked at once more.
 *
 * @param body the Pool, or the first of several
 * @param charged what the card is charged
 * @param fee the fee to expect
 * @param reaches what is expected to be left of it
 * @param platform what of it is the operator's fee and the tip; empty texts for nothing
 * @param parts of a payment for several Pools, in the giver's order; empty for one
 * @param action where to send the form again
 * @param fields what to send
 */
public record CheckPage(
        BodyPlace body,
        String charged,
        String fee,
        String reaches,
        Platform platform,
        List<Part> parts,
        String action,
        Map<String, String> fields) {
    static final String TEMPLATE = "/templates/treasury/check.ftlh";

    /** {@code fee} of the operator, out of what is given; {@code tip} on top of it; empty for none. */
    public record Platform(String fee, String tip) {
        static Platform of(Extra extra) {
            return new Platform(shown(extra.fee()), shown(extra.tip()));
        }

        private static String shown(Money money) {
            return money.isPositive() ? MoneyText.of(money) : "";
        }
    }

    /** One Pool's part of what is expected to be left after the fee. */
    public record Part(String pool, String amount) {}
}
