package coop.pools.treasury;

import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Extra;
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

    /** What to charge of which the platform gets nothing. @throws Refused as {@link #toCharge(Extra, Money, boolean)} */
    public Money toCharge(Money meant, boolean coverFee) {
        return toCharge(Extra.of(0, meant, Money.zero(meant.currency())), meant, coverFee);
    }

    /**
     * The least to charge so that after the fee to expect the Pools are left with what is meant for them: the amount
     * itself when the fee is not covered.
     *
     * @param extra what of the amount is the platform's, which bears its own part of the fee
     * @throws Refused AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, AMOUNT_NOT_A_MULTIPLE, CURRENCY_NOT_CHARGED
     */
    public Money toCharge(Extra extra, Money meant, boolean coverFee) {
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
        Money charged =
                coverFee && !meant.isMoreThan(maximum) ? covering(meant, extra.all(), limits.stepMinor()) : meant;
        if (charged.isMoreThan(maximum)) {
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_LARGE, Map.of("field", "amount", "maximum", maximum));
        }
        if (!limits.chargeable(charged.minorUnits())) {
            Money step = new Money(limits.stepMinor(), meant.currency());
            throw new Refused(TreasuryRefusal.AMOUNT_NOT_A_MULTIPLE, Map.of("field", "amount", "step", step));
        }
        return charged;
    }

    /** @throws Refused AMOUNT_TOO_SMALL */
    void requireEnough(Money given) {
        ChargeLimits limits = limits(given.currency());
        if (limits.supported() && given.minorUnits() < limits.minimumMinor()) {
            Money minimum = new Money(limits.minimumMinor(), given.currency());
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_SMALL, Map.of("field", "amount", "minimum", minimum));
        }
    }

    /** From below, by no more than is missing: the more is charged, the more of the fee falls on the Pools. */
    private Money covering(Money meant, Money platform, long step) {
        Money forPools = meant.minus(platform);
        Money charged = stepped(meant, step);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Money missing = forPools.minus(reaching(charged, platform));
            if (!missing.isPositive()) {
                return charged;
            }
            charged = stepped(charged.plus(missing), step);
        }
        throw new Refused(TreasuryRefusal.PAYMENT_REFUSED, Map.of("reason", "the fee cannot be covered"));
    }

    /** What is left for the Pools, as {@link coop.pools.treasury.domain.Expected} has it. */
    private Money reaching(Money charged, Money platform) {
        Money fee = expectedFee(charged);
        return charged.minus(platform).minus(fee.minus(Extra.feeOn(platform, charged, fee)));
    }

    /** The next amount that can be charged, upwards: the payer bears the fee, so nobody else is to miss any. */
    private static Money stepped(Money amount, long step) {
        long over = amount.minorUnits() % step;
        return over == 0 ? amount : new Money(amount.minorUnits() + step - over, amount.currency());
    }
}
