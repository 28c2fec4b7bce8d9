package coop.pools.recurring.web;

import coop.pools.platform.web.Fields;
import coop.pools.recurring.ReadRecurring;
import coop.pools.treasury.PlanShares.Part;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;

/** Shares as people write them: percentages with at most two decimals. */
final class Percents {
    private Percents() {}

    /** The parts as {@code share-1}, {@code share-2} ... have them; a part with nothing ends. */
    static List<Part> read(List<ReadRecurring.Part> present, MultivaluedMap<String, String> sent) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            ReadRecurring.Part part = present.get(i);
            String typed = sent.getFirst("share-" + (i + 1));
            int points = typed == null ? part.basisPoints() : basisPoints(typed);
            if (points > 0) {
                parts.add(new Part(part.pool().slug(), part.bucket(), points));
            }
        }
        return parts;
    }

    private static int basisPoints(String typed) {
        String text = typed.strip().replace(',', '.').replace("%", "").strip();
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            throw Fields.invalid("split", "write percentages like 33.5");
        }
        String[] halves = text.split("\\.");
        String decimals = halves.length == 1 ? "00" : (halves[1] + "0").substring(0, 2);
        return Integer.parseInt(halves[0]) * 100 + Integer.parseInt(decimals);
    }
}
