package coop.pools.bylaws.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** The Flesch-Kincaid grade of a text, with syllables counted as groups of vowels. */
final class Readability {
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private Readability() {}

    static double grade(String markdown) {
        String prose = markdown.replaceAll("(?m)^[-#].*$", "").replaceAll("(?m)^F?[0-9]+\\.[0-9]+ ", "");
        long sentences =
                Pattern.compile("[.:;!?](\\s|$)").matcher(prose).results().count();
        String[] words = prose.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z\\s]", "")
                .strip()
                .split("\\s+");
        long syllables = 0;
        for (String word : words) {
            String spoken = word.length() > 3 ? word.replaceAll("(?<=[^l])e$", "") : word;
            syllables += Math.max(1, VOWELS.matcher(spoken).results().count());
        }
        return 0.39 * words.length / sentences + 11.8 * syllables / words.length - 15.59;
    }
}
