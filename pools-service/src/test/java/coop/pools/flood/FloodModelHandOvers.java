package coop.pools.flood;

import static coop.pools.flood.FloodModelRun.same;

import coop.pools.flood.FloodModelRun.Kind;
import coop.pools.flood.FloodModelRun.Move;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.IdSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is handed over in the product and in the model at once. */
final class FloodModelHandOvers {
    private final Valley valley;
    private final FloodModel model;
    private final FloodModelPromises promises;
    /** Of votes, by their numbers in the model. */
    private final Map<Integer, UUID> payouts = new HashMap<>();

    FloodModelHandOvers(Valley valley, FloodModel model, List<MemberPool> pools, FloodModelPromises promises) {
        this.valley = valley;
        this.model = model;
        this.promises = promises;
        ModelHandOvers.OWN.forEach(name -> valley.own.hasItsOwn(pools.get(Integer.parseInt(name))));
    }

    /** A Pool gives: by hand where it holds its money itself. */
    void fund(Move move, Flood flood, MemberPool pool) {
        String poolName = ModelCompared.name(move.pool());
        boolean allowed = model.fund(ModelCompared.name(move.flood()), poolName, move.amount());
        if (ModelHandOvers.holdsItself(poolName)) {
            same(
                    allowed,
                    () -> payouts.put(model.handOvers.all.size() - 1, valley.own.order(flood, pool, move.amount())));
        } else {
            same(allowed, () -> valley.fund(flood, pool, move.amount()));
        }
    }

    /** A pledge and a month have one. */
    private UUID payoutOf(int number) {
        String due = model.handOvers.all.get(number).due;
        if (due.isEmpty()) {
            return payouts.get(number);
        }
        String[] parts = due.split(" ");
        UUID pledge = promises.pledge(Integer.parseInt(parts[0]));
        return IdSource.derivedId("pledge-payout", pledge.toString(), parts[1]);
    }

    /** Stewards say something about the first that waits for them; or it arrives. Of six now and then it goes wrong. */
    void step(Move move) {
        boolean wrong = move.amount() % 6 == 0;
        int number = model.handOvers.first(move.kind() == Kind.SEND ? "ordered" : "sent");
        if (number < 0) {
            return;
        }
        UUID payout = payoutOf(number);
        if (move.kind() == Kind.SEND && wrong) {
            valley.own.notSent(payout);
            model.handOvers.notSent(number);
        } else if (move.kind() == Kind.SEND) {
            valley.own.sent(payout);
            model.handOvers.sent(number);
        } else if (wrong) {
            valley.own.cameBack(payout);
            model.handOvers.cameBack(number);
            if (move.amount() % 12 == 0) {
                valley.own.arrives(payout);
                model.handOvers.arrivedLate(number);
                same(true, () -> valley.own.arrives(payout));
            }
        } else {
            valley.own.arrives(payout);
            model.handOvers.arrived(number);
            // What has arrived is not taken again.
            same(true, () -> valley.own.arrives(payout));
        }
    }
}
