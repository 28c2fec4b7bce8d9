package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.FloodModelRun.Move;
import coop.pools.flood.MemberPools.MemberPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What goes home, and is taken back from there, in the product and in the model at once. */
final class FloodModelHomes {
    private final ValleyHomes homes;
    private final FloodModel model;
    private final List<UUID> payouts = new ArrayList<>();

    FloodModelHomes(Valley valley, FloodModel model) {
        homes = new ValleyHomes(valley);
        this.model = model;
    }

    void step(Move move, MemberPool pool) {
        switch (move.kind()) {
            case SEND_HOME -> send(move, pool);
            case COME_HOME -> end(move);
            default -> takeBack(move);
        }
    }

    private void send(Move move, MemberPool pool) {
        if (!ModelHandOvers.holdsItself(ModelCompared.name(move.pool()))) {
            return;
        }
        boolean before = FloodModel.of(model.homes.coming, ModelCompared.name(move.pool())) > 0;
        boolean allowed = model.homes.send(ModelCompared.name(move.pool()));
        Optional<UUID> under = homes.send(pool);
        assertThat(under.isPresent()).isEqualTo(allowed || before);
        if (allowed) {
            payouts.add(under.orElseThrow());
        }
    }

    /** Of four now and then one is refused. */
    private void end(Move move) {
        int number = model.homes.first("coming");
        if (number >= 0 && move.amount() % 4 == 0) {
            homes.fails(payouts.get(number));
            model.homes.failed(number);
        } else if (number >= 0) {
            homes.came(payouts.get(number));
            model.homes.came(number);
        }
    }

    /** Told twice and, late, with what was told before, it is taken once. */
    private void takeBack(Move move) {
        int number = model.homes.first("there");
        if (number < 0) {
            return;
        }
        long total = model.homes.taken(number, move.amount());
        homes.takenBack(payouts.get(number), total);
        homes.takenBack(payouts.get(number), total);
        homes.takenBack(payouts.get(number), total / 2);
    }
}
