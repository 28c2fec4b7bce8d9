package coop.pools.flood;

import coop.pools.flood.ModelPayment.Gift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Floods that become one, or two, in the model. */
final class ModelShapes {
    private final FloodModel model;

    ModelShapes(FloodModel model) {
        this.model = model;
    }

    /** Two at least, each once, of one currency, and no Flood that is not active. */
    boolean found(String name, String currency, List<String> named) {
        boolean may = Set.copyOf(named).size() >= 2
                && named.stream().allMatch(member -> model.currencyOf(member).equals(currency))
                && named.stream().filter(FloodModel::isFlood).allMatch(member -> model.canAct(member.substring(1)));
        if (may) {
            model.floods.put(name, new ModelSide(currency));
        }
        return may;
    }

    /** Whether everybody may go along: nobody into itself, not too deep, and into a Flood that goes on. */
    boolean canMerge(String from, String into) {
        return !from.equals(into)
                && model.canAct(from)
                && model.canAct(into)
                && !model.isWithin(into, from)
                && !endWith(from).contains(into)
                && model.floods.get(from).joined.keySet().stream()
                        .filter(FloodModel::isFlood)
                        .map(member -> member.substring(1))
                        .allMatch(child -> !model.isWithin(into, child)
                                && model.height(child) + model.depth(into) <= FloodModel.LEVELS);
    }

    /** Floods whose last member is one that ends. */
    private Set<String> endWith(String ending) {
        Set<String> all = new TreeSet<>(Set.of("f" + ending));
        int before = 0;
        while (all.size() > before) {
            before = all.size();
            model.floods.forEach((name, side) -> {
                if (!side.joined.isEmpty() && all.containsAll(side.joined.keySet())) {
                    all.add("f" + name);
                }
            });
        }
        Set<String> floods = new TreeSet<>();
        all.forEach(member -> floods.add(member.substring(1)));
        return floods;
    }

    /** Whoever has voted against it, or more than half of whose Pools have not agreed, is not moved. */
    private boolean goes(String member, String against) {
        Set<String> pools = model.poolsOf(member);
        long agreeing = pools.stream().filter(pool -> !pool.equals(against)).count();
        return 2 * agreeing > pools.size();
    }

    /** Everybody goes along but for one Pool, in the order of their names, with all that is not promised to payments. */
    void merge(String from, String into, String against) {
        model.larger(from).forEach(above -> model.leave(above, "f" + from));
        for (String member : List.copyOf(model.floods.get(from).joined.keySet())) {
            if (goes(member, against)) {
                move(from, into, member);
            } else {
                model.leave(from, member);
            }
        }
        model.floods.get(from).dissolved = true;
    }

    /** Some go into a new Flood; whether two of them at least do. */
    boolean split(String from, String apart, List<String> named, String against) {
        List<String> going =
                named.stream().filter(member -> goes(member, against)).sorted().toList();
        if (going.size() < 2) {
            return false;
        }
        model.floods.put(apart, new ModelSide(model.floods.get(from).currency));
        going.forEach(member -> move(from, apart, member));
        return true;
    }

    private void move(String from, String into, String member) {
        if (FloodModel.isFlood(member)) {
            moveFlood(from, into, member);
            return;
        }
        Map<String, Long> home = model.handOvers.home(member);
        long before = FloodModel.of(home, member);
        model.leave(from, member);
        long brought = FloodModel.of(home, member) - before;
        model.join(into, member);
        home.merge(member, -brought, Long::sum);
        ModelSide side = model.floods.get(into);
        String money = ModelHandOvers.holdsItself(member) ? "moved" : side.money;
        side.add(money + " free", member, brought);
    }

    /** A Flood brings exactly what each of its members had there. */
    private void moveFlood(String from, String into, String member) {
        List<Gift> parts = new ArrayList<>();
        for (String there : List.of("moved", "kept")) {
            for (String here : List.of("moved", "kept")) {
                String place = FloodModel.up(here, there, from);
                model.side(member).purses.getOrDefault(place, Map.of()).forEach((owner, part) -> {
                    if (part > 0) {
                        parts.add(new Gift(owner, here, part));
                    }
                });
            }
        }
        model.leave(from, member);
        model.join(into, member);
        model.give(into, member.substring(1), parts);
    }
}
