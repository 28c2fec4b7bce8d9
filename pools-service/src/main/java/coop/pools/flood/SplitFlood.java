package coop.pools.flood;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.flood.Parting.Held;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.governance.domain.Action.FloodAction;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out a Flood's passed vote to split: the Pools that were named, and whose own people agreed, go with their
 * stakes into a new Flood under the same rules. Refuses with {@link FloodRefusal#FLOOD_POOL_COUNT} when fewer than two
 * of them agreed.
 */
public final class SplitFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final OpenFlood openFlood;
    private final ReadBylaws bylaws;
    private final MergeFloods.Ways ways;

    public SplitFlood(
            Transactions transactions, Clock clock, OpenFlood openFlood, ReadBylaws bylaws, MergeFloods.Ways ways) {
        this.transactions = transactions;
        this.clock = clock;
        this.openFlood = openFlood;
        this.bylaws = bylaws;
        this.ways = ways;
    }

    /** The id of the Flood that a vote on splitting brings about. */
    public static UUID newFlood(UUID proposal) {
        return IdSource.derivedId("flood-split", proposal.toString());
    }

    /** Doing it again for the same proposal changes nothing. */
    public void split(Voted voted, UUID floodId, FloodAction.Split action) {
        UUID id = newFlood(voted.proposal());
        transactions.inTransaction(() -> {
            Instant now = clock.instant();
            Held held = ways.moving().hold(floodId, floodId, now);
            Flood from = held.flood();
            List<UUID> going = action.pools().stream()
                    .filter(each -> ways.places().goesAlong(ways.places().member(each), voted.agreeing()))
                    .filter(ways.places().joined(floodId)::contains)
                    .sorted()
                    .toList();
            Map<String, Object> rules = bylaws.rules(floodId).asMap();
            NewFlood wish = new NewFlood(action.name(), action.purpose(), from.currency(), List.of(), rules);
            Optional<Flood> opened = openFlood.open(voted.author(), id, wish);
            if (opened.isPresent()) {
                if (going.size() < NamedPools.LEAST) {
                    throw new Refused(
                            FloodRefusal.FLOOD_POOL_COUNT, Map.of("least", NamedPools.LEAST, "most", NamedPools.MOST));
                }
                going.forEach(pool ->
                        ways.moving().move(held, opened.get(), ways.places().member(pool), voted.proposal(), now));
            }
        });
    }
}
