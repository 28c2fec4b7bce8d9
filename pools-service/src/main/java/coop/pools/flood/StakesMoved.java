package coop.pools.flood;

import coop.pools.flood.domain.Stay;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds where a Pool's stake in a Flood has gone by mergers and splits, by what the books say of them. */
public final class StakesMoved {
    private final FloodStore floods;
    private final Places places;
    private final Ledger ledger;

    public StakesMoved(FloodStore floods, Places places, Ledger ledger) {
        this.floods = floods;
        this.places = places;
        this.ledger = ledger;
    }

    /**
     * The Flood first, then those that the stake went on to, held with all around them. Refused with TRY_AGAIN where it
     * moved in the same moment.
     */
    Set<UUID> hold(UUID flood, UUID pool) {
        Set<UUID> found = from(flood, pool);
        places.lockAll(found);
        if (!found.equals(from(flood, pool))) {
            throw new Refused(CommonRefusal.TRY_AGAIN);
        }
        return found;
    }

    private Set<UUID> from(UUID flood, UUID pool) {
        List<Stay> stays = floods.staysOf(pool);
        Set<UUID> found = new LinkedHashSet<>(Set.of(flood));
        Deque<UUID> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (UUID next : onward(open.remove(), pool, stays)) {
                if (found.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    private List<UUID> onward(UUID flood, UUID pool, List<Stay> stays) {
        List<UUID> next = new ArrayList<>();
        List<UUID> votes = stays.stream()
                .filter(stay -> stay.flood().equals(flood))
                .map(Stay::leftBy)
                .flatMap(Optional::stream)
                .toList();
        for (UUID vote : votes) {
            stays.stream()
                    .map(Stay::flood)
                    .distinct()
                    .filter(into -> !ledger.entriesOf(pool, FloodBooks.FUNDED, Moving.causeOf(vote, into, pool))
                            .isEmpty())
                    .forEach(next::add);
        }
        return next;
    }
}
