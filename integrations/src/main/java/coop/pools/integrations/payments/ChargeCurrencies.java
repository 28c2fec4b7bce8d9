package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The currencies that Pools charges and pays in, with the smallest charge of each.
 *
 * <p>Stripe's amounts are integers in the smallest unit of the currency, as ours are, but its idea of the smallest
 * unit is not always ISO's. Every currency in this table has the same unit in both, which a test proves, so amounts
 * cross unchanged. Left out on purpose: ISK and UGX (given as if they had two decimals), HUF and TWD (paid out in whole
 * units only), MGA (two decimals by ISO, none at Stripe), and all with three decimals (BHD JOD KWD OMR TND).
 *
 * <p>Source: docs.stripe.com/currencies. Minimums that it does not list are a round sum above its 0.50 USD.
 */
public final class ChargeCurrencies {
    /** At most eight digits: the processor's limit for one charge. */
    public static final long MAXIMUM_MINOR = 99_999_999;

    /** Minimum charge by ISO code, for currencies with two decimals. */
    static final Map<String, Long> TWO_DECIMAL = Map.ofEntries(
            Map.entry("AED", 200L),
            Map.entry("AUD", 50L),
            Map.entry("BRL", 50L),
            Map.entry("CAD", 50L),
            Map.entry("CHF", 50L),
            Map.entry("CZK", 1500L),
            Map.entry("DKK", 250L),
            Map.entry("EUR", 50L),
            Map.entry("GBP", 30L),
            Map.entry("HKD", 400L),
            Map.entry("INR", 50L),
            Map.entry("MXN", 1000L),
            Map.entry("MYR", 200L),
            Map.entry("NOK", 300L),
            Map.entry("NZD", 50L),
            Map.entry("PLN", 200L),
            Map.entry("RON", 200L),
            Map.entry("SEK", 300L),
            Map.entry("SGD", 50L),
            Map.entry("THB", 1000L),
            Map.entry("USD", 50L));

    /** Minimum charge by ISO code, for currencies without decimals. */
    static final Map<String, Long> ZERO_DECIMAL = Map.of(
            "CLP", 1000L,
            "JPY", 50L,
            "KRW", 1000L,
            "PYG", 10_000L,
            "VND", 20_000L,
            "XAF", 500L,
            "XOF", 500L,
            "XPF", 100L);

    private ChargeCurrencies() {}

    /** What can be charged in a currency; {@link ChargeLimits#UNSUPPORTED} when it is not in the table. */
    public static ChargeLimits limits(Currency currency) {
        String code = currency.getCurrencyCode();
        Long minimum = TWO_DECIMAL.getOrDefault(code, ZERO_DECIMAL.get(code));
        return minimum == null ? ChargeLimits.UNSUPPORTED : new ChargeLimits(true, minimum, MAXIMUM_MINOR);
    }

    /** The supported currency of a code in any case, as it comes in the processor's answers and events. */
    public static Optional<Currency> supported(String code) {
        if (code.length() != 3) {
            return Optional.empty();
        }
        String upper = code.toUpperCase(Locale.ROOT);
        return TWO_DECIMAL.containsKey(upper) || ZERO_DECIMAL.containsKey(upper)
                ? Optional.of(Currency.getInstance(upper))
                : Optional.empty();
    }
}
