package coop.pools.governance.domain;

import coop.pools.kernel.IdSource;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws lots that everybody can draw again and nobody can choose: the order of SHA-256 over all receipts, sorted, and an
 * option's key. Nobody knows all nonces before the vote closes.
 */
public final class Lots {
    private Lots() {}

    /** All options by their places, the first to be taken where a lot decides first. */
    public static List<Integer> order(List<String> receipts, int options) {
        String all = hash(String.join("\n", receipts.stream().sorted().toList()));
        return IntStream.range(0, options)
                .boxed()
                .sorted(Comparator.comparing(place -> hash(all + "\n" + Option.keyAt(place))))
                .toList();
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(IdSource.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
