package coop.pools.integrations.payments;

import static coop.pools.integrations.payments.ChargeUnit.NO_DECIMALS;
import static coop.pools.integrations.payments.ChargeUnit.PADDED_AT_THE_PROCESSOR;
import static coop.pools.integrations.payments.ChargeUnit.THREE_DECIMALS;
import static coop.pools.integrations.payments.ChargeUnit.TWO_DECIMALS;
import static coop.pools.integrations.payments.ChargeUnit.WHOLE_AT_THE_PROCESSOR;
import static coop.pools.integrations.payments.ChargeUnit.WHOLE_WHEN_SENT;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The currencies that Pools charges and pays in: the smallest charge of each, and how its amounts cross to the
 * processor, whose idea of the smallest unit is not always ISO's. This table is the only place that knows.
 *
 * <p>Source: docs.stripe.com/currencies. Minimums that it does not list are a round sum above its 0.50 USD.
 */
public final class ChargeCurrencies {
    /** At most eight digits, as the processor counts: its limit for one charge. */
    private static final long MOST_OF_THEIRS = 99_999_999;

    /** One currency; the minimum is in our smallest unit. */
    record Row(String code, ChargeUnit unit, long minimumMinor) {}

    private static final Map<String, Row> ROWS = Stream.of(
                    new Row("AED", TWO_DECIMALS, 200),
                    new Row("AUD", TWO_DECIMALS, 50),
                    new Row("BRL", TWO_DECIMALS, 50),
                    new Row("CAD", TWO_DECIMALS, 50),
                    new Row("CHF", TWO_DECIMALS, 50),
                    new Row("CZK", TWO_DECIMALS, 1500),
                    new Row("DKK", TWO_DECIMALS, 250),
                    new Row("EUR", TWO_DECIMALS, 50),
                    new Row("GBP", TWO_DECIMALS, 30),
                    new Row("HKD", TWO_DECIMALS, 400),
                    new Row("INR", TWO_DECIMALS, 50),
                    new Row("MXN", TWO_DECIMALS, 1000),
                    new Row("MYR", TWO_DECIMALS, 200),
                    new Row("NOK", TWO_DECIMALS, 300),
                    new Row("NZD", TWO_DECIMALS, 50),
                    new Row("PLN", TWO_DECIMALS, 200),
                    new Row("RON", TWO_DECIMALS, 200),
                    new Row("SEK", TWO_DECIMALS, 300),
                    new Row("SGD", TWO_DECIMALS, 50),
                    new Row("THB", TWO_DECIMALS, 1000),
                    new Row("USD", TWO_DECIMALS, 50),
                    new Row("HUF", WHOLE_WHEN_SENT, 17_500),
                    new Row("TWD", WHOLE_WHEN_SENT, 2000),
                    new Row("MGA", WHOLE_AT_THE_PROCESSOR, 300_000),
                    new Row("BIF", NO_DECIMALS, 2000),
                    new Row("CLP", NO_DECIMALS, 1000),
                    new Row("DJF", NO_DECIMALS, 100),
                    new Row("GNF", NO_DECIMALS, 5000),
                    new Row("JPY", NO_DECIMALS, 50),
                    new Row("KMF", NO_DECIMALS, 300),
                    new Row("KRW", NO_DECIMALS, 1000),
                    new Row("PYG", NO_DECIMALS, 10_000),
                    new Row("RWF", NO_DECIMALS, 1000),
                    new Row("VND", NO_DECIMALS, 20_000),
                    new Row("VUV", NO_DECIMALS, 100),
                    new Row("XAF", NO_DECIMALS, 500),
                    new Row("XOF", NO_DECIMALS, 500),
                    new Row("XPF", NO_DECIMALS, 100),
                    new Row("ISK", PADDED_AT_THE_PROCESSOR, 100),
                    new Row("UGX", PADDED_AT_THE_PROCESSOR, 2500),
                    new Row("BHD", THREE_DECIMALS, 200),
                    new Row("JOD", THREE_DECIMALS, 400),
                    new Row("KWD", THREE_DECIMALS, 200),
                    new Row("OMR", THREE_DECIMALS, 200),
                    new Row("TND", THREE_DECIMALS, 2000))
            .collect(Collectors.toUnmodifiableMap(Row::code, row -> row));

    private ChargeCurrencies() {}

    static Stream<Row> rows() {
        return ROWS.values().stream();
    }

    /** What can be charged in a currency; {@link ChargeLimits#UNSUPPORTED} when it is not in the table. */
    public static ChargeLimits limits(Currency currency) {
        return row(currency)
                .map(row -> new ChargeLimits(
                        true,
                        row.minimumMinor(),
                        MOST_OF_THEIRS * row.unit().dividedBy / row.unit().timesOurs,
                        row.unit().step,
                        row.unit().transferStep))
                .orElse(ChargeLimits.UNSUPPORTED);
    }

    /** The supported currency of a code in any case, as it comes in the processor's answers and events. */
    public static Optional<Currency> supported(String code) {
        if (code.length() != 3) {
            return Optional.empty();
        }
        String upper = code.toUpperCase(Locale.ROOT);
        return ROWS.containsKey(upper) ? Optional.of(Currency.getInstance(upper)) : Optional.empty();
    }

    /** An amount of ours as the processor counts; empty when it cannot be said, or not in this currency. */
    public static OptionalLong theirs(long minor, Currency currency) {
        return row(currency)
                .map(row -> crossed(minor, row.unit().timesOurs, row.unit().dividedBy))
                .orElseGet(OptionalLong::empty);
    }

    /** An amount of the processor's in our smallest unit; empty when it has no such, or is not in a known currency. */
    public static OptionalLong ours(long theirs, Currency currency) {
        return row(currency)
                .map(row -> crossed(theirs, row.unit().dividedBy, row.unit().timesOurs))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<Row> row(Currency currency) {
        return Optional.ofNullable(ROWS.get(currency.getCurrencyCode()));
    }

    private static OptionalLong crossed(long amount, long times, long divided) {
        return amount % divided == 0 && Math.abs(amount / divided) <= Long.MAX_VALUE / times
                ? OptionalLong.of(amount / divided * times)
                : OptionalLong.empty();
    }
}
