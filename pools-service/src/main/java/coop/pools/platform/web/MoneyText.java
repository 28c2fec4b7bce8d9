package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Amounts as people write them. Decimals appear here only, at the edge, and exactly. */
public final class MoneyText {
    private static final Locale LOCALE = Locale.UK;
    private static final int THOUSANDTHS = 3;

    private static final Pattern PERHAPS_THOUSANDS = Pattern.compile("[1-9][0-9]{0,2},[0-9]{3}");

    /** A currency without a sign of its own stands before its digits by its letters. */
    private static final Pattern CODE = Pattern.compile("^-?[A-Z]{3}(?=[0-9])");

    private MoneyText() {}

    /** For example {@code €1,234.50}, {@code JP¥500} or, with a space that does not break, {@code KWD 0.500}. */
    public static String of(Money money) {
        int digits = money.currency().getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        String text = format.format(BigDecimal.valueOf(money.minorUnits(), digits));
        return CODE.matcher(text).replaceFirst("$0\u00a0");
    }

    /** What {@link #of} writes before the digits, for example {@code €}. */
    public static String sign(Currency currency) {
        String none = of(Money.zero(currency));
        return none.substring(0, none.indexOf('0'));
    }

    /** The plain number for a form field, for example {@code 1234.50}. */
    public static String plain(Money money) {
        return BigDecimal.valueOf(money.minorUnits(), money.currency().getDefaultFractionDigits())
                .toPlainString();
    }

    /**
     * Reads an amount as typed: digits with at most one comma or point before the decimals. More decimals than the
     * currency has are refused even when they are zeros: who types 1.000 may mean a thousand. In a currency with three,
     * 1,000 is refused too, for the comma may stand between thousands; a point or a leading zero says what is meant.
     *
     * @throws Refused INVALID_FIELD with the field's name
     */
    public static Money read(String field, String typed, Currency currency) {
        String text = typed == null ? "" : typed.strip().replace(',', '.');
        int digits = currency.getDefaultFractionDigits();
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,3})?")) {
            throw invalid(field, "write it like " + (digits == 0 ? "2500" : "25 or 12.5" + "0".repeat(digits - 1)));
        }
        if (digits == THOUSANDTHS && PERHAPS_THOUSANDS.matcher(typed.strip()).matches()) {
            throw invalid(field, "write " + text + " with a point, or " + text.replace(".", "") + " without one");
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.scale() > digits) {
            String decimals = digits == 0 ? "no decimals in " : "at most " + digits + " decimals in ";
            throw invalid(field, decimals + currency.getCurrencyCode() + ", and nothing between thousands");
        }
        return new Money(amount.setScale(digits).unscaledValue().longValueExact(), currency);
    }

    private static Refused invalid(String field, String reason) {
        return new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", field, "reason", reason));
    }
}
