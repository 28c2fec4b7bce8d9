package coop.pools.kernel;

import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of one currency, counted in that currency's smallest unit (cents for EUR, yen for JPY).
 *
 * <p>Arithmetic throws {@link ArithmeticException} on overflow and {@link IllegalArgumentException} when currencies
 * are mixed. There is no division: shares are made by {@link MoneySplit} only.
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(currency);
    }

    /** An amount by its ISO 4217 code; throws {@link IllegalArgumentException} for an unknown code. */
    public static Money of(long minorUnits, String currencyCode) {
        return new Money(minorUnits, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("mixed currencies: " + currency + " and " + other.currency);
        }
        return other;
    }
}
