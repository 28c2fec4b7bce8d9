package coop.pools.integrations.groups;

import java.util.regex.Pattern;

/**
 * Makes text from outside fit for one line on a page: no control characters, no marks that turn the writing
 * direction around, no half characters, single spaces, a bounded length. What it means is left alone: a name that
 * looks like a formula or like HTML stays as it is, and is escaped where it is shown.
 */
public final class PlainText {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    /** Longer than any name people have; a page has to show it. */
    private static final int MAX_CODE_POINTS = 200;

    private PlainText() {}

    /** One line of at most 200 characters, maybe empty. */
    public static String oneLine(String raw) {
        String clean = SPACES.matcher(UNWANTED.matcher(raw).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return clean.codePointCount(0, clean.length()) <= MAX_CODE_POINTS
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_CODE_POINTS))
                        .strip();
    }

    /** The same, or {@code otherwise} if nothing is left. */
    public static String oneLineOr(String raw, String otherwise) {
        String clean = oneLine(raw);
        return clean.isEmpty() ? otherwise : clean;
    }
}
