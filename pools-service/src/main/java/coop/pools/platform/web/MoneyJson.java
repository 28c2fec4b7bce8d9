package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import java.util.Map;

/** An amount in the API: {@code {"amountMinor": 1234, "currency": "EUR"}}. */
public record MoneyJson(Long amountMinor, String currency) {
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.minorUnits(), money.currency().getCurrencyCode());
    }

    /**
     * The amount, which must be above zero.
     *
     * @throws Refused INVALID_FIELD when something is missing, zero, negative or not a currency
     */
    public Money positive(String field) {
        if (amountMinor == null || amountMinor <= 0) {
            throw invalid(field + ".amountMinor", "a whole number above zero");
        }
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            throw invalid(field + ".currency", "an ISO 4217 code such as EUR");
        }
        try {
            return Money.of(amountMinor, currency);
        } catch (IllegalArgumentException e) {
            throw invalid(field + ".currency", "an ISO 4217 code such as EUR");
        }
    }

    /**
     * The amount, which may be zero, in the one currency that there is.
     *
     * @throws Refused INVALID_FIELD when something is missing, negative or in another currency
     */
    public Money zeroOrMore(String field, String only) {
        if (amountMinor == null || amountMinor < 0) {
            throw invalid(field + ".amountMinor", "zero or a whole number above it");
        }
        if (!only.equals(currency)) {
            throw invalid(field + ".currency", only);
        }
        return Money.of(amountMinor, only);
    }

    private static Refused invalid(String field, String reason) {
        return new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", field, "reason", reason));
    }
}
