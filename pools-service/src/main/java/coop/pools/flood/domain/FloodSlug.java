package coop.pools.flood.domain;

import coop.pools.pool.domain.Slug;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes addresses from names: small letters, digits and single hyphens, at most 60 characters. */
public final class FloodSlug {
    /** Leaves room for the longest ending, a hyphen and twelve digits. */
    private static final int LONGEST = 47;
    /** Words that stand for pages of their own. */
    private static final Set<String> TAKEN = Set.of("new");

    private FloodSlug() {}

    /** What to try in this order; the last one is as unique as the id. */
    public static Stream<String> candidates(String name, UUID id) {
        String base = base(name);
        Stream<String> plain = TAKEN.contains(base) ? Stream.of() : Stream.of(base);
        Stream<String> numbered = IntStream.rangeClosed(2, 9).mapToObj(n -> base + "-" + n);
        return Stream.of(plain, numbered, Stream.of(base + "-" + last12(id))).flatMap(s -> s);
    }

    private static String base(String name) {
        String slug = Slug.of(name);
        if (slug.equals(Slug.OTHERWISE)) {
            return "flood";
        }
        return slug.substring(0, Math.min(LONGEST, slug.length())).replaceAll("-$", "");
    }

    private static String last12(UUID id) {
        return id.toString().substring(24);
    }
}
