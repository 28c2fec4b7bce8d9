package coop.pools.bylaws.domain;

import coop.pools.kernel.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * What the text says about one Pool or Flood besides its rules. Line breaks and runs of blanks become one blank.
 *
 * @param purpose one or a few sentences
 * @param custodian who holds the money
 * @param founded the day of founding, in UTC
 * @throws Refused {@link BylawsRefusal#UNFIT_FOR_AGREEMENT} when a text is empty or longer than {@link #MAX_LENGTH}
 */
public record AgreementFacts(String name, String purpose, Currency currency, String custodian, LocalDate founded) {
    /** In UTF-16 units; the longest purpose the bylaws know is 600 characters. */
    public static final int MAX_LENGTH = 600;

    /** Blanks of all sorts, controls, broken surrogates, and marks that turn the direction of writing. */
    private static final String NOT_PLAIN = "[\\s\\p{Cntrl}\\p{Z}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]+";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public AgreementFacts {
        name = fit("name", name);
        purpose = fit("purpose", purpose);
        custodian = fit("custodian", custodian);
    }

    /** The same, with the money in other hands. */
    public AgreementFacts heldBy(String other) {
        return new AgreementFacts(name, purpose, currency, other, founded);
    }

    /** The placeholders and what stands for them: Markdown in which nothing of a fact is markup. */
    Map<String, String> placeholders() {
        return Map.of(
                "name", escaped(name),
                "purpose", escaped(purpose),
                "currency", currency.getCurrencyCode(),
                "custodian", escaped(custodian),
                "founded", DAY.format(founded));
    }

    private static String fit(String field, String text) {
        String line = text.replaceAll(NOT_PLAIN, " ").strip();
        if (line.isEmpty() || line.length() > MAX_LENGTH) {
            throw new Refused(BylawsRefusal.UNFIT_FOR_AGREEMENT, Map.of("field", field));
        }
        return line;
    }

    /** Backslashes before everything that Markdown could read as markup (CommonMark, section 2.4). */
    private static String escaped(String line) {
        return line.replaceAll("[\\\\`*_{}\\[\\]<>#|~&!]", "\\\\$0");
    }
}
