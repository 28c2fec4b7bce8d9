package coop.pools.flood.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What somebody typed to found a Flood.
 *
 * @param pools slugs, ticked or typed, each once
 */
record FloodForm(String name, String purpose, String currency, List<String> pools) {
    private static final int MOST_READ = 200;
    private static final int LONGEST = 2000;

    static FloodForm of(MultivaluedMap<String, String> sent) {
        return new FloodForm(
                text(sent, "name"),
                text(sent, "purpose"),
                text(sent, "currency"),
                sent.getOrDefault("pools", List.of()).stream()
                        .filter(Objects::nonNull)
                        .flatMap(FloodForm::slugs)
                        .distinct()
                        .limit(MOST_READ)
                        .toList());
    }

    /** Several, with commas or blanks between; whole addresses of Pools are taken too. */
    private static Stream<String> slugs(String typed) {
        return Arrays.stream(typed.strip().split("[\\s,;]+"))
                .map(word -> word.replaceFirst("^.*/pools/", "").replaceFirst("[/?#].*$", ""))
                .filter(slug -> !slug.isEmpty());
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        String typed = sent.getFirst(field);
        return typed == null ? "" : typed.substring(0, Math.min(LONGEST, typed.length()));
    }
}
