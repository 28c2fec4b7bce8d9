package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is expected of a payment before it is made: apportioned as the books will do it, so that what is shown is what is
 * booked, to the smallest unit, when the fee is the expected one.
 *
 * @param charged what the card is charged
 * @param cardFee the fee to expect
 * @param extra what of it is the platform's
 * @param parts what is left for each part, in the giver's order
 */
public record Expected(Money charged, Money cardFee, Extra extra, List<Money> parts) {
    public Expected {
        parts = List.copyOf(parts);
    }

    /** @param pools the shares of Pools; with what is the platform's they add up to the charge */
    public static Expected of(Money charged, Money cardFee, Extra extra, List<Share> pools) {
        List<Share> shares = new ArrayList<>(pools);
        if (extra.all().isPositive()) {
            // Who of the platform gets it makes no difference to the Pools.
            shares.add(Share.ofPlatform(shares.size() + 1, pools.get(0).pool(), Share.Part.OPERATOR, extra.all()));
        }
        Charge charge = new Charge(charged, true, Optional.empty(), shares, List.of(), List.of());
        return new Expected(charged, cardFee, extra, charge.reaches(cardFee));
    }

    /** What is expected to reach the Pools. */
    public Money reaches() {
        return parts.stream().reduce(Money.zero(charged.currency()), Money::plus);
    }
}
