package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Map;

/**
 * What a card payment is expected to cost, by currency: a share in basis points plus a fixed part, rounded up. An
 * estimate to show before paying; the books only ever use the exact fee of {@link Settlement}.
 *
 * @param fees by ISO 4217 code
 * @param otherBasisPoints for every currency that is not in the table
 */
public record FeeTable(Map<String, CardFee> fees, int otherBasisPoints) {
    private static final long WHOLE = 10_000;

    /** A share of the amount plus a fixed part in the currency's smallest unit. */
    public record CardFee(int basisPoints, long fixedMinor) {
        public CardFee {
            if (basisPoints < 0 || basisPoints > WHOLE || fixedMinor < 0) {
                throw new IllegalArgumentException("a fee is between nothing and the whole amount");
            }
        }
    }

    public FeeTable {
        fees = Map.copyOf(fees);
        if (otherBasisPoints < 0 || otherBasisPoints > WHOLE) {
            throw new IllegalArgumentException("a fee is between nothing and the whole amount");
        }
    }

    /**
     * Stripe's published prices for domestic standard cards (stripe.com/pricing, by country of the platform). Foreign
     * and premium cards cost more; whoever has other terms sets them in config.yml.
     */
    public static FeeTable defaults() {
        return new FeeTable(
                Map.ofEntries(
                        Map.entry("EUR", new CardFee(150, 25)),
                        Map.entry("GBP", new CardFee(150, 20)),
                        Map.entry("USD", new CardFee(290, 30)),
                        Map.entry("CAD", new CardFee(290, 30)),
                        Map.entry("AUD", new CardFee(170, 30)),
                        Map.entry("NZD", new CardFee(270, 30)),
                        Map.entry("CHF", new CardFee(290, 30)),
                        Map.entry("DKK", new CardFee(150, 180)),
                        Map.entry("SEK", new CardFee(150, 180)),
                        Map.entry("NOK", new CardFee(240, 200)),
                        Map.entry("PLN", new CardFee(150, 100)),
                        Map.entry("CZK", new CardFee(150, 650)),
                        Map.entry("RON", new CardFee(150, 100)),
                        Map.entry("SGD", new CardFee(340, 50)),
                        Map.entry("HKD", new CardFee(340, 235)),
                        Map.entry("MXN", new CardFee(360, 300)),
                        Map.entry("JPY", new CardFee(360, 0))),
                500);
    }

    /** The fee to expect: at least 0, never more than the amount. */
    public long estimate(long amountMinor, Currency currency) {
        if (amountMinor <= 0) {
            return 0;
        }
        CardFee fee = fees.getOrDefault(currency.getCurrencyCode(), new CardFee(otherBasisPoints, 0));
        long share = Math.addExact(Math.multiplyExact(amountMinor, fee.basisPoints()), WHOLE - 1) / WHOLE;
        long step = Math.max(1, ChargeCurrencies.limits(currency).stepMinor());
        long whole = (Math.addExact(share, fee.fixedMinor()) + step - 1) / step * step;
        return Math.min(amountMinor, whole);
    }
}
