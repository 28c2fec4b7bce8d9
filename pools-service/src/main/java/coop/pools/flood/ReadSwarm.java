package coop.pools.flood;

import coop.pools.governance.Rosters;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import java.util.List;

/** Reads what flows in a Flood. It is public, as all that a Flood has and does. */
public final class ReadSwarm {
    private final Ledger ledger;
    private final Rosters rosters;
    private final Members members;
    private final ReadLevels levels;

    public ReadSwarm(Ledger ledger, Rosters rosters, Members members, ReadLevels levels) {
        this.ledger = ledger;
        this.rosters = rosters;
        this.members = members;
        this.levels = levels;
    }

    public Swarm of(FloodView view) {
        String spent = Accounts.spentByFlood(view.flood().slug());
        List<Swarm.Part> parts = view.joined().stream()
                .map(place -> new Swarm.Part(
                        place.pool(),
                        rosters.countPeople(members.rosters(place.pool().ref())),
                        place.standing(),
                        ledger.balance(place.pool().id(), spent),
                        levels.below(
                                view.flood(), place.pool(), place.standing().all())))
                .toList();
        return new Swarm(parts, view.people());
    }
}
