package coop.pools.treasury.domain;

import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;

/**
 * What a payment holds besides what its Pools get: the operator's fee out of what is given, and a tip on top of it.
 *
 * @param feeBasisPoints of what is given; 0 for none
 * @param fee zero or more
 * @param tip zero or more
 */
public record Extra(int feeBasisPoints, Money fee, Money tip) {
    /** Of what is given; fractions of the smallest unit stay with the Pools. */
    public static Extra of(int feeBasisPoints, Money given, Money tip) {
        long fee = given.minorUnits() / BasisPoints.WHOLE * feeBasisPoints
                + given.minorUnits() % BasisPoints.WHOLE * feeBasisPoints / BasisPoints.WHOLE;
        return new Extra(feeBasisPoints, new Money(fee, given.currency()), tip);
    }

    /**
     * What of a card fee falls on fee and tip: by the amounts, the fraction of a unit too, so that no tip lessens what
     * the Pools get.
     *
     * @param extra no more than {@code charged}, which is above zero
     */
    public static Money feeOn(Money extra, Money charged, Money cardFee) {
        long product = Math.multiplyExact(cardFee.minorUnits(), extra.minorUnits());
        long whole = charged.minorUnits();
        return new Money((product + whole - 1) / whole, cardFee.currency());
    }

    public Money all() {
        return fee.plus(tip);
    }
}
