package coop.pools.pool.domain;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Makes the word by which a Pool is known in addresses. */
public final class Slug {
    /** What a Pool is called whose name has no letter or digit that fits into an address. */
    public static final String OTHERWISE = "pool";

    private static final int MOST_CHARACTERS = 60;

    /** Letters that do not come apart into an ASCII letter and a mark. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("&", " and "));

    private Slug() {}

    /** For example {@code cafe-zurich} for "Café Zürich"; {@code pool} for a name in another script. */
    public static String of(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        String ascii = Normalizer.normalize(plain, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'’]+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.length() > MOST_CHARACTERS + 1 ? ascii.substring(0, MOST_CHARACTERS + 1) : ascii;
        String slug = trimmed(cut);
        return slug.isEmpty() ? OTHERWISE : slug;
    }

    /** The word itself, or with the lowest number from 2 on that is not taken. */
    public static String free(String wanted, Collection<String> taken) {
        String slug = wanted;
        for (int number = 2; taken.contains(slug); number++) {
            slug = wanted + "-" + number;
        }
        return slug;
    }

    private static String trimmed(String text) {
        String slug = text.startsWith("-") ? text.substring(1) : text;
        String short60 = slug.length() > MOST_CHARACTERS ? slug.substring(0, MOST_CHARACTERS) : slug;
        return short60.endsWith("-") ? short60.substring(0, short60.length() - 1) : short60;
    }
}
