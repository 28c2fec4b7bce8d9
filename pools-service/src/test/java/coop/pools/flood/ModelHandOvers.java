package coop.pools.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In the model: what Pools with accounts of their own hand over to Floods, in plain maps. */
final class ModelHandOvers {
    /** Which Pools have accounts of their own. */
    static final List<String> OWN = List.of(ModelCompared.name(2), ModelCompared.name(5), ModelCompared.name(7));

    private final FloodModel model;
    final Map<String, Long> setAside = new TreeMap<>();
    final Map<String, Long> withOperator = new TreeMap<>();
    /** By Flood and Pool. */
    final Map<String, Long> away = new TreeMap<>();

    final List<HandOver> all = new ArrayList<>();

    ModelHandOvers(FloodModel model) {
        this.model = model;
    }

    /** One vote's gift, or what was due of a pledge; it is ordered, sent, arrived or over. */
    static final class HandOver {
        final String flood;
        final String pool;
        final long amount;
        String state = "ordered";
        /** Of a pledge: which, and for which month; empty for a vote. */
        String due = "";
        /** The pledges' year, which it counts in until it is back. */
        String year = "";

        HandOver(String flood, String pool, long amount) {
            this.flood = flood;
            this.pool = pool;
            this.amount = amount;
        }
    }

    static boolean holdsItself(String member) {
        return OWN.contains(member);
    }

    void order(String flood, String pool, long amount) {
        all.add(new HandOver(flood, pool, amount));
        setAside.merge(pool, amount, Long::sum);
    }

    void orderPledged(String flood, String pool, long amount, String due, String year) {
        order(flood, pool, amount);
        HandOver last = all.get(all.size() - 1);
        last.due = due;
        last.year = year;
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

    void sent(int number) {
        HandOver one = all.get(number);
        one.state = "sent";
        setAside.merge(one.pool, -one.amount, Long::sum);
        away.merge(one.flood + " " + one.pool, one.amount, Long::sum);
    }

    void notSent(int number) {
        HandOver one = all.get(number);
        one.state = "over";
        setAside.merge(one.pool, -one.amount, Long::sum);
        model.pledges.back(one.year, one.amount);
        model.pools.free.merge(one.pool, one.amount, Long::sum);
    }

    void cameBack(int number) {
        HandOver one = all.get(number);
        one.state = "over";
        away.merge(one.flood + " " + one.pool, -one.amount, Long::sum);
        model.pledges.back(one.year, one.amount);
        model.pools.free.merge(one.pool, one.amount, Long::sum);
    }

    void arrived(int number) {
        HandOver one = all.get(number);
        one.state = "arrived";
        away.merge(one.flood + " " + one.pool, -one.amount, Long::sum);
        if (model.canAct(one.flood) && model.floods.get(one.flood).joined.containsKey(one.pool)) {
            model.floods.get(one.flood).add("moved free", one.pool, one.amount);
        } else {
            withOperator.merge(one.pool, one.amount, Long::sum);
        }
    }

    /** It was said to have come back, and has arrived: the book had it where it was not. */
    void arrivedLate(int number) {
        HandOver one = all.get(number);
        model.pools.free.merge(one.pool, -one.amount, Long::sum);
        withOperator.merge(one.pool, one.amount, Long::sum);
    }

    /** Where a Pool's stake comes home to. */
    Map<String, Long> home(String pool) {
        return holdsItself(pool) ? withOperator : model.pools.free;
    }
}
