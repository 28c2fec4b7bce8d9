package coop.pools.treasury;

import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import java.util.Currency;
import java.util.Map;

/** What a card is charged, and the fee to expect; the books only ever use the exact fee. */
public final class ChargeAmount {
    /** Each round closes all but a small share of what was missing. */
    private static final int MOST_ROUNDS = 40;

    private final PaymentProcessor processor;

    public ChargeAmount(PaymentProcessor processor) {
        this.processor = processor;
    }

    public ChargeLimits limits(Currency currency) {
        return processor.limits(currency);
    }

    public Money expectedFee(Money charged) {
        return new Money(processor.estimateFee(charged.minorUnits(), charged.currency()), charged.currency());
    }

    /**
     * What to charge so that this much is left after the fee to expect: the amount itself when the fee is not covered.
     *
     * @throws Refused AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, CURRENCY_NOT_CHARGED
     */
    public Money toCharge(Money meant, boolean coverFee) {
        ChargeLimits limits = limits(meant.currency());
        if (!limits.supported()) {
            throw new Refused(
                    TreasuryRefusal.CURRENCY_NOT_CHARGED,
                    Map.of("field", "amount", "currency", meant.currency().getCurrencyCode()));
        }
        Money minimum = new Money(limits.minimumMinor(), meant.currency());
        Money maximum = new Money(limits.maximumMinor(), meant.currency());
        if (minimum.isMoreThan(meant)) {
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_SMALL, Map.of("field", "amount", "minimum", minimum));
        }
        Money charged = coverFee && !meant.isMoreThan(maximum) ? covering(meant) : meant;
        if (charged.isMoreThan(maximum)) {
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_LARGE, Map.of("field", "amount", "maximum", maximum));
        }
        return charged;
    }

    private Money covering(Money meant) {
        Money charged = meant.plus(expectedFee(meant));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Money missing = meant.minus(charged.minus(expectedFee(charged)));
            if (!missing.isPositive()) {
                return charged;
            }
            charged = charged.plus(missing);
        }
        throw new Refused(TreasuryRefusal.PAYMENT_REFUSED, Map.of("reason", "the fee cannot be covered"));
    }
}
