package coop.pools.governance;

import coop.pools.kernel.Refused;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks what people type: its length in characters as people count them, and that a database can keep it. */
final class Wording {
    private Wording() {}

    /** What turns the direction of writing around would change how the words after it are read, and line ends are none. */
    private static final Pattern MISLEADING = Pattern.compile("[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    /** The text without blanks at its ends. */
    static String line(String field, String text, int least, int most) {
        return checked(field, plain(text), least, most, false);
    }

    /** Like {@link #line}, with line breaks and tabs. */
    static String lines(String field, String text, int least, int most) {
        return checked(field, plain(text).replace("\r\n", "\n"), least, most, true);
    }

    private static String plain(String text) {
        return MISLEADING.matcher(text).replaceAll("").strip();
    }

    private static String checked(String field, String text, int least, int most, boolean breaks) {
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most) {
            throw new Refused(GovernanceRefusal.TEXT_LENGTH, Map.of("field", field, "least", least, "most", most));
        }
        if (!text.codePoints().allMatch(c -> readable(c, breaks))) {
            throw new Refused(GovernanceRefusal.TEXT_UNREADABLE, Map.of("field", field));
        }
        return text;
    }

    /** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
    private static boolean readable(int c, boolean breaks) {
        if (c == '\n' || c == '\t') {
            return breaks;
        }
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
