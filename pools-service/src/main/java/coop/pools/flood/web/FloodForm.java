package coop.pools.flood.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed to found a Flood.
 *
 * @param pools slugs, ticked or typed, each once
 * @param floods slugs of Floods, ticked or out of typed addresses, each once
 * @param rules of the compact, by field
 */
record FloodForm(
        String name,
        String purpose,
        String currency,
        List<String> pools,
        List<String> floods,
        Map<String, String> rules) {
    /** What is before a Flood's slug in its address. */
    static final String FLOODS = "floods/";

    private static final int MOST_READ = 200;
    private static final int LONGEST = 2000;

    static FloodForm of(MultivaluedMap<String, String> sent) {
        List<String> typed = words(sent, "pools");
        return new FloodForm(
                text(sent, "name"),
                text(sent, "purpose"),
                text(sent, "currency"),
                typed.stream()
                        .filter(word -> !isFlood(word))
                        .map(word -> slug(word, "pools/"))
                        .distinct()
                        .toList(),
                Stream.concat(
                                typed.stream().filter(FloodForm::isFlood).map(word -> slug(word, FLOODS)),
                                words(sent, "floods").stream())
                        .distinct()
                        .toList(),
                NewFloodPage.RULES.stream()
                        .filter(sent::containsKey)
                        .collect(Collectors.toMap(field -> field, field -> text(sent, field))));
    }

    /** Nothing typed yet, but perhaps something ticked. */
    static FloodForm empty(List<String> pools, List<String> floods) {
        return new FloodForm("", "", "", pools, floods, Map.of());
    }

    /** Several, with commas or blanks between. */
    private static List<String> words(MultivaluedMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of()).stream()
                .filter(Objects::nonNull)
                .flatMap(typed -> Arrays.stream(typed.strip().split("[\\s,;]+")))
                .filter(word -> !word.isEmpty())
                .limit(MOST_READ)
                .toList();
    }

    private static boolean isFlood(String word) {
        return word.startsWith(FLOODS) || word.contains("/" + FLOODS);
    }

    /** Whole addresses are taken too. */
    private static String slug(String word, String before) {
        return word.replaceFirst("^(.*/)?" + before, "").replaceFirst("[/?#].*$", "");
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        String typed = sent.getFirst(field);
        return typed == null ? "" : typed.substring(0, Math.min(LONGEST, typed.length()));
    }
}
