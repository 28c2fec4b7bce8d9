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

    public ReadSwarm(Ledger ledger, Rosters rosters, Members members) {
        this.members = members;
        this.ledger = ledger;
        this.rosters = rosters;
    }

    public Swarm of(FloodView view) {
        String spent = Accounts.spentByFlood(view.flood().slug());
        List<Swarm.Part> parts = view.joined().stream()
                .map(place -> new Swarm.Part(
                        place.pool().slug(),
                        place.pool().name(),
                        rosters.countPeople(members.rosters(place.pool().ref())),
                        place.standing(),
                        ledger.balance(place.pool().id(), spent)))
                .toList();
        return new Swarm(parts, view.people());
    }
}
