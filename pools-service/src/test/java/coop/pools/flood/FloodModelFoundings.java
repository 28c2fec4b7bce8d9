package coop.pools.flood;

import static coop.pools.flood.FloodModelRun.currency;
import static coop.pools.flood.FloodModelRun.same;

import coop.pools.flood.FloodModelRun.Kind;
import coop.pools.flood.FloodModelRun.Move;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Floods founded in the product and in the model at once, by Pools that are in others already and by other Floods. At
 * most four stand at a time, each in a place that the moves name; one that is over makes room.
 */
final class FloodModelFoundings {
    private final Valley valley;
    private final UUID founder;
    private final FloodModel model;
    private final List<MemberPool> pools;
    private final List<Flood> floods;
    private final Consumer<Flood> begin;
    /** The number of the Flood that stands in each place. */
    private final Map<Integer, Integer> places = new TreeMap<>();

    FloodModelFoundings(
            Valley valley, UUID founder, FloodModelRun.Sides sides, List<MemberPool> pools, Consumer<Flood> begin) {
        this.valley = valley;
        this.founder = founder;
        this.model = sides.model();
        this.floods = sides.floods();
        this.pools = pools;
        this.begin = begin;
    }

    /** How many of the places nobody has taken yet. */
    int free() {
        return FloodModelRun.FLOODS - places.size();
    }

    /** A move that names a Flood by its number; where none stands in the place yet, one is founded. */
    Move placed(Move move, boolean opening) {
        int place = move.flood();
        if (move.kind() == Kind.FOUND) {
            freePlace(place).ifPresent(free -> found(free, move));
        } else if (!opening && !places.containsKey(place)) {
            found(place, move);
        }
        if (!places.containsKey(place)) {
            found(place, sameCurrency(place), List.of());
        }
        return new Move(move.kind(), move.pool(), places.get(place), move.amount());
    }

    private Optional<Integer> freePlace(int wanted) {
        return IntStream.range(0, FloodModelRun.FLOODS)
                .mapToObj(no -> (wanted + no) % FloodModelRun.FLOODS)
                .filter(place -> !places.containsKey(place) || isOver(place) && mayBeMore())
                .findFirst();
    }

    private boolean isOver(int place) {
        return model.floods.get(ModelCompared.name(places.get(place))).dissolved;
    }

    private boolean mayBeMore() {
        return floods.size() + free() < FloodModelRun.MOST_FLOODS;
    }

    /** Half of the Pools that could and the one that moves; now and then a Flood too. Every second one agrees at once. */
    private void found(int place, Move move) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < pools.size(); i++) {
            boolean same = currency(i).equals(currency(place));
            boolean half = same && (i / 4 + i + move.amount()) % 2 == 0;
            boolean mover = i == move.pool() && (same || move.amount() % 7 == 0);
            if (half || mover) {
                named.add(ModelCompared.name(i));
            }
        }
        if (move.amount() % 3 == 0 && !floods.isEmpty()) {
            named.add("f" + ModelCompared.name((int) (move.amount() / 3 % floods.size())));
        }
        List<String> agreeing = IntStream.range(0, named.size())
                .filter(no -> no % 2 == 0)
                .mapToObj(named::get)
                .toList();
        found(place, named, agreeing);
    }

    private List<String> sameCurrency(int place) {
        return IntStream.range(0, pools.size())
                .filter(i -> currency(i).equals(currency(place)))
                .mapToObj(ModelCompared::name)
                .toList();
    }

    /** Nobody is in it by having been named. */
    private void found(int place, List<String> named, List<String> agreeing) {
        String name = ModelCompared.name(floods.size());
        boolean allowed = model.shapes.found(name, currency(place), named);
        same(allowed, () -> begin.accept(valley.found.found(Caller.of(founder), idOfNext(), wish(place, named))));
        if (allowed) {
            places.put(place, floods.size() - 1);
            agreeing.forEach(member -> join(name, member));
        }
    }

    /** Whoever was named needs no consent. */
    private void join(String flood, String member) {
        Flood joined = floods.get(Integer.parseInt(flood));
        if (FloodModel.isFlood(member)) {
            Flood child = floods.get(Integer.parseInt(member.substring(1)));
            same(model.nest(flood, member.substring(1)), () -> valley.joinAsNamed(joined, child.id()));
        } else {
            UUID pool = pools.get(Integer.parseInt(member)).id();
            same(model.join(flood, member), () -> valley.joinAsNamed(joined, pool));
        }
    }

    private NewFlood wish(int place, List<String> named) {
        List<String> ofPools = named.stream()
                .filter(member -> !FloodModel.isFlood(member))
                .map(member -> pools.get(Integer.parseInt(member)).slug())
                .toList();
        List<String> ofFloods = named.stream()
                .filter(FloodModel::isFlood)
                .map(member -> floods.get(Integer.parseInt(member.substring(1))).slug())
                .toList();
        return new NewFlood(
                "Flood " + floods.size(), "A stage at the river", currency(place), ofPools, ofFloods, Map.of());
    }

    /** So that the ids follow each other as the names do. */
    private UUID idOfNext() {
        UUID id = UUID.randomUUID();
        while (!ValleyShapes.isLast(id, floods)) {
            id = UUID.randomUUID();
        }
        return id;
    }
}
