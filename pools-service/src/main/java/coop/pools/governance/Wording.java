package coop.pools.governance;

import coop.pools.kernel.Refused;
import java.util.Map;

/** Checks what people type: its length in characters as people count them, and that a database can keep it. */
final class Wording {
    private Wording() {}

    /** The text without blanks at its ends. */
    static String line(String field, String text, int least, int most) {
        return checked(field, text.strip(), least, most, false);
    }

    /** Like {@link #line}, with line breaks and tabs. */
    static String lines(String field, String text, int least, int most) {
        return checked(field, text.strip().replace("\r\n", "\n"), least, most, true);
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
