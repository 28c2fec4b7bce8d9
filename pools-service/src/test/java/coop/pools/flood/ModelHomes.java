package coop.pools.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In the model: what the operator sends home to Pools with accounts of their own, and takes back, in plain maps. */
final class ModelHomes {
    private final FloodModel model;
    final Map<String, Long> coming = new TreeMap<>();
    private final List<Home> all = new ArrayList<>();

    ModelHomes(FloodModel model) {
        this.model = model;
    }

    /** One transfer; it is coming, there or over. */
    private static final class Home {
        final String pool;
        final long amount;
        String state = "coming";
        long back;

        Home(String pool, long amount) {
            this.pool = pool;
            this.amount = amount;
        }
    }

    /** Whether something goes home now; a lack does not stop it. */
    boolean send(String pool) {
        long amount = FloodModel.of(model.handOvers.withOperator, pool);
        if (amount <= 0 || FloodModel.of(coming, pool) > 0 || model.stops.isLookedInto(pool)) {
            return false;
        }
        all.add(new Home(pool, amount));
        model.handOvers.withOperator.merge(pool, -amount, Long::sum);
        coming.merge(pool, amount, Long::sum);
        return true;
    }

    /** The first in this state; its number, or below zero. */
    int first(String state) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).state.equals(state)) {
                return i;
            }
        }
        return -1;
    }

    void came(int number) {
        Home home = ended(number, "there");
        model.pools.free.merge(home.pool, home.amount, Long::sum);
    }

    void failed(int number) {
        Home home = ended(number, "over");
        model.handOvers.withOperator.merge(home.pool, home.amount, Long::sum);
    }

    private Home ended(int number, String state) {
        Home home = all.get(number);
        home.state = state;
        coming.merge(home.pool, -home.amount, Long::sum);
        return home;
    }

    /** So much more is taken back; answers how much that makes in all. What has been spent is lacking. */
    long taken(int number, long more) {
        Home home = all.get(number);
        long part = Math.min(more, home.amount - home.back);
        home.back += part;
        home.state = home.back == home.amount ? "over" : "there";
        long there = Math.min(part, FloodModel.of(model.pools.free, home.pool));
        model.pools.free.merge(home.pool, -there, Long::sum);
        model.pools.lacking.merge(home.pool, part - there, Long::sum);
        model.handOvers.withOperator.merge(home.pool, part, Long::sum);
        return home.back;
    }
}
