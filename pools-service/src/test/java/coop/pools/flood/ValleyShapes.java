package coop.pools.flood;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.flood.MergeFloods.Passed;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.Action.FloodAction;
import coop.pools.kernel.IdSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What Floods of a valley decide about themselves. */
final class ValleyShapes {
    private final Valley valley;
    private final RequestStore requests;
    private final Moving moving;
    private final OpenFlood openFlood;
    private final ReadBylaws bylaws;

    ValleyShapes(Valley valley, RequestStore requests, Moving moving, OpenFlood openFlood, ReadBylaws bylaws) {
        this.valley = valley;
        this.requests = requests;
        this.moving = moving;
        this.openFlood = openFlood;
        this.bylaws = bylaws;
    }

    /** The Flood of all Pools. */
    Flood commons() {
        OpenCommons open = new OpenCommons(valley.floods, openFlood, valley.clock);
        return valley.db.transactions().inTransaction(() -> open.open(Valley.EUR));
    }

    void remove(Flood flood, UUID member) {
        new RemovePool(valley.db.transactions(), valley.clock, valley.floods, valley.places, valley.parting)
                .remove(valley.ids.newId(), flood.id(), new FloodAction.RemovePool(member));
    }

    void dissolve(Flood flood) {
        new DissolveFlood(valley.db.transactions(), valley.clock, valley.floods, valley.places, valley.parting)
                .dissolve(valley.ids.newId(), flood.id());
    }

    /** Both Floods have agreed, and the people of these Pools to go along. */
    void merge(Flood from, Flood into, Set<UUID> agreeing) {
        MergeFloods merge =
                new MergeFloods(valley.db.transactions(), valley.clock, valley.floods, requests, ways(agreeing));
        merge.merge(voted(agreeing), from.id(), new FloodAction.Merge(into.id()));
        merge.takeIn(voted(agreeing), into.id(), new FloodAction.TakeIn(from.id()));
    }

    /**
     * The Flood has agreed to split, and the people of these Pools to go.
     *
     * @return the new Flood, whose id is the greatest of all
     */
    Flood split(Flood from, String name, List<UUID> going, Set<UUID> agreeing, Collection<Flood> others) {
        UUID vote = valley.ids.newId();
        while (!isLast(newFloodOf(vote), others)) {
            vote = valley.ids.newId();
        }
        Voted voted = new Voted(vote, valley.ids.newId(), valley.clock.instant(), agreeing);
        new SplitFlood(valley.db.transactions(), valley.clock, openFlood, bylaws, ways(agreeing))
                .split(voted, from.id(), new FloodAction.Split(name, "A stage apart", going));
        return valley.floods.find(newFloodOf(vote)).orElseThrow();
    }

    private Voted voted(Set<UUID> agreeing) {
        return new Voted(valley.ids.newId(), valley.ids.newId(), valley.clock.instant(), agreeing);
    }

    private static UUID newFloodOf(UUID vote) {
        return IdSource.derivedId("flood-split", vote.toString());
    }

    /** After all that were made by the clock, also where ids are compared as signed numbers; up to six come after them. */
    static boolean isLast(UUID id, Collection<Flood> others) {
        return id.toString().charAt(0) == '1' + others.size();
    }

    private MergeFloods.Ways ways(Set<UUID> agreeing) {
        return new MergeFloods.Ways(
                valley.places,
                moving,
                vote -> new Passed(valley.clock.instant(), agreeing),
                (voted, one, other, asks) -> {
                    // Both are asked by the test.
                });
    }
}
