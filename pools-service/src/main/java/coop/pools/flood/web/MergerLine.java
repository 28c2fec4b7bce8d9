package coop.pools.flood.web;

import coop.pools.flood.ReadHomecoming.Merging;
import coop.pools.governance.web.VoteLine;

/**
 * A merger that the Flood of the page has agreed to.
 *
 * @param name of the other Flood
 * @param path of the other Flood
 * @param ends whether the Flood of the page is the one that ends
 * @param vote where the other Flood decides; empty once both have
 * @param when what happens to that vote next; empty with it
 */
public record MergerLine(String name, String path, boolean ends, String vote, String when) {
    static MergerLine done(Merging merging) {
        return line(merging, "", "");
    }

    static MergerLine waiting(Merging merging, VoteLine vote) {
        return line(merging, "/proposals/" + vote.id(), vote.when());
    }

    private static MergerLine line(Merging merging, String vote, String when) {
        return new MergerLine(
                merging.other().name(), "/floods/" + merging.other().slug(), merging.ends(), vote, when);
    }
}
