package coop.pools.integrations.groups.csv;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one e-mail address in a cell: plain, as a {@code mailto:} link or as {@code Ana <ana@example.org>}. */
final class EmailText {
    /** Stricter than RFC 5322: no quoted parts, no comments, nothing that could end a mail header. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{Nd}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]{0,61}[\\p{L}\\p{Nd}])?\\.)+"
                    + "[\\p{L}\\p{Nd}-]{2,63}");

    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>]*<([^<>]+)>");
    /** RFC 5321, 4.5.3.1.3, less the brackets. */
    private static final int MAX_LENGTH = 254;

    private EmailText() {}

    static Optional<String> address(String cell) {
        Matcher brackets = IN_BRACKETS.matcher(cell);
        String bare = (brackets.matches() ? brackets.group(1) : cell).strip();
        String address = bare.regionMatches(true, 0, "mailto:", 0, 7) ? bare.substring(7) : bare;
        boolean good = address.length() <= MAX_LENGTH
                && ADDRESS.matcher(address).matches()
                && !address.contains("..")
                && !address.startsWith(".")
                && !address.contains(".@");
        return good ? Optional.of(address) : Optional.empty();
    }
}
