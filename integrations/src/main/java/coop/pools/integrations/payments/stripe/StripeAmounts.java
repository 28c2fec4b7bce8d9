package coop.pools.integrations.payments.stripe;

import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import java.util.Currency;
import java.util.Locale;

/**
 * Currencies and values in Stripe's answers. Amounts of the currencies in {@link ChargeCurrencies} are the same on both
 * sides; all others are refused before they can be misread by a factor of a hundred.
 */
final class StripeAmounts {
    private StripeAmounts() {}

    static void requireSupported(Currency currency) {
        if (!ChargeCurrencies.limits(currency).supported()) {
            throw unsupported(currency.getCurrencyCode());
        }
    }

    /** Lower case, as Stripe has it. */
    static String code(Currency currency) {
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

    private static PaymentFailure unsupported(String code) {
        return new PaymentFailure(
                Outcome.REJECTED, "currency_unsupported", "amounts in " + code + " are not supported", null);
    }
}
