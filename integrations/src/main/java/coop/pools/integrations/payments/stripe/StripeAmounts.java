package coop.pools.integrations.payments.stripe;

import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import java.util.Currency;
import java.util.Locale;

/**
 * The only way that amounts cross between us and Stripe, in requests, answers and events: by the table of
 * {@link ChargeCurrencies}. What the table does not know is refused before it can be misread by a factor of a hundred.
 */
public final class StripeAmounts {
    private StripeAmounts() {}

    /** As Stripe counts it; refused when it cannot be charged or given back in this currency. */
    public static long charge(long minor, Currency currency) {
        return theirs(minor, currency, ChargeCurrencies.limits(currency).stepMinor());
    }

    /** As Stripe writes any amount, fees too. */
    public static long written(long minor, Currency currency) {
        return theirs(minor, currency, 1);
    }

    /** As Stripe counts it; refused when it cannot be sent in this currency. */
    public static long transfer(long minor, Currency currency) {
        return theirs(minor, currency, ChargeCurrencies.limits(currency).transferStepMinor());
    }

    /** Whatever Stripe says an amount is, in our smallest unit. */
    static long minor(long theirs, Currency currency) {
        return ChargeCurrencies.ours(theirs, currency)
                .orElseThrow(() -> new PaymentFailure(
                        Outcome.UNKNOWN,
                        "amount_unreadable",
                        theirs + " " + currency.getCurrencyCode() + " has no whole number of our smallest unit",
                        null));
    }

    static void requireSupported(Currency currency) {
        if (!ChargeCurrencies.limits(currency).supported()) {
            throw unsupported(currency.getCurrencyCode());
        }
    }

    /** Lower case, as Stripe has it. */
    public static String code(Currency currency) {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    static Currency currency(String code) {
        return ChargeCurrencies.supported(given(code, "currency")).orElseThrow(() -> unsupported(code));
    }

    /** A value that every answer has; one without it is as good as none. */
    static <T> T given(T value, String name) {
        if (value == null) {
            throw new PaymentFailure(Outcome.UNKNOWN, "", "Stripe's answer has no " + name, null);
        }
        return value;
    }

    private static long theirs(long minor, Currency currency, long step) {
        requireSupported(currency);
        if (minor % step != 0) {
            throw new PaymentFailure(
                    Outcome.REJECTED,
                    "amount_not_a_multiple",
                    "amounts in " + currency.getCurrencyCode() + " are multiples of " + step,
                    null);
        }
        return ChargeCurrencies.theirs(minor, currency).orElseThrow(() -> unsupported(currency.getCurrencyCode()));
    }

    private static PaymentFailure unsupported(String code) {
        return new PaymentFailure(
                Outcome.REJECTED, "currency_unsupported", "amounts in " + code + " are not supported", null);
    }
}
