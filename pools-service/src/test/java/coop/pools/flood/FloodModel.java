package coop.pools.flood;

import coop.pools.flood.ModelPayment.Cell;
import coop.pools.flood.ModelPayment.Gift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Floods should do with money, in plain maps; knows nothing of the product's code. Pools and Floods are named in the
 * order of their ids; as a member of another one a Flood has an f before its name.
 */
final class FloodModel {
    static final int LEVELS = 4;
    /** Kept or moved there, kept or moved here: in which ways a Flood has money in a larger one. */
    private static final List<List<String>> WAYS =
            List.of(List.of("kept", "kept"), List.of("moved", "moved"), List.of("kept", "moved"));

    final ModelPools pools = new ModelPools();
    final ModelPledges pledges = new ModelPledges(this);
    final ModelRounds rounds = new ModelRounds(this);
    final ModelShapes shapes = new ModelShapes(this);
    final ModelStops stops = new ModelStops(this);
    final ModelHandOvers handOvers = new ModelHandOvers(this);
    final ModelHomes homes = new ModelHomes(this);
    final Map<String, ModelSide> floods = new TreeMap<>();
    final List<ModelPayment> payments = new ArrayList<>();
    private long joins;

    static boolean isFlood(String member) {
        return member.startsWith("f");
    }

    /** Where a Flood notes a member's part of what it has in a larger one. */
    static String up(String here, String there, String larger) {
        return here + " up " + there + " " + larger;
    }

    private static boolean isUp(String place) {
        return place.contains(" up ");
    }

    ModelSide side(String member) {
        return floods.get(member.substring(1));
    }

    List<String> larger(String flood) {
        return floods.keySet().stream()
                .filter(name -> floods.get(name).joined.containsKey("f" + flood))
                .toList();
    }

    int height(String flood) {
        return 1
                + floods.get(flood).joined.keySet().stream()
                        .filter(FloodModel::isFlood)
                        .mapToInt(member -> height(member.substring(1)))
                        .max()
                        .orElse(0);
    }

    int depth(String flood) {
        return 1 + larger(flood).stream().mapToInt(this::depth).max().orElse(0);
    }

    boolean isWithin(String inner, String outer) {
        return inner.equals(outer)
                || floods.get(outer).joined.keySet().stream()
                        .anyMatch(member -> isFlood(member) && isWithin(inner, member.substring(1)));
    }

    boolean nest(String flood, String child) {
        boolean may = canAct(child) && !isWithin(flood, child) && height(child) + depth(flood) <= LEVELS;
        return may && join(flood, "f" + child);
    }

    /** A Flood gives what its own members give. */
    boolean fundThrough(String flood, String child, long amount) {
        if (!floods.get(flood).joined.containsKey("f" + child) || !canAct(flood) || stops.isStopped("f" + child)) {
            return false;
        }
        List<Gift> gifts = ModelShares.shares(floods.get(child), "free", amount, this::members);
        give(flood, child, gifts);
        return !gifts.isEmpty();
    }

    void give(String flood, String child, List<Gift> gifts) {
        ModelSide from = floods.get(child);
        ModelSide to = floods.get(flood);
        for (Gift gift : gifts) {
            String there = gift.kind().equals("kept") ? "kept" : to.money;
            from.add(gift.kind() + " free", gift.pool(), -gift.amount());
            from.add(up(gift.kind(), there, flood), gift.pool(), gift.amount());
            to.add(there + " free", "f" + child, gift.amount());
        }
    }

    /** Everything loose of a member goes home. */
    private void home(String flood, String member) {
        ModelSide side = floods.get(flood);
        for (List<String> way : WAYS) {
            for (String larger : floods.keySet()) {
                String place = up(way.get(1), way.get(0), larger);
                if (side.in(place, member) > 0) {
                    pull(larger, flood, member, way, side.in(place, member));
                }
            }
        }
        for (String kind : List.of("moved", "kept")) {
            long all = 0;
            for (String place : List.copyOf(side.purses.keySet())) {
                if (place.startsWith(kind) && !place.endsWith(" promised") && !isUp(place)) {
                    all += side.in(place, member);
                    side.purses.get(place).put(member, 0L);
                }
            }
            if (!isFlood(member)) {
                handOvers.home(member).merge(member, all, Long::sum);
            } else {
                for (String here : List.of("moved", "kept")) {
                    String place = up(here, kind, flood);
                    Map.copyOf(side(member).purses.getOrDefault(place, Map.of()))
                            .forEach((owner, part) -> {
                                side(member).add(place, owner, -part);
                                side(member).add(here + " free", owner, part);
                            });
                }
            }
        }
    }

    /** A member's part comes out of all that its Flood has in a larger one. */
    private void pull(String larger, String flood, String member, List<String> way, long amount) {
        String there = way.get(0);
        ModelSide above = floods.get(larger);
        String self = "f" + flood;
        List<String> sources = new ArrayList<>(List.of(there + " free"));
        above.bucketsAndPots().forEach(bucket -> sources.add(there + " " + bucket));
        for (List<String> higher : WAYS) {
            if (higher.get(1).equals(there)) {
                floods.keySet().forEach(most -> sources.add(up(there, higher.get(0), most)));
            }
        }
        sources.removeIf(place -> above.in(place, self) == 0);
        Map<String, Long> weight = new TreeMap<>();
        Map<String, Long> order = new TreeMap<>();
        for (String place : sources) {
            weight.put(place, above.in(place, self));
            order.put(place, (long) order.size());
        }
        Map<String, Long> parts = new TreeMap<>();
        long sum = weight.values().stream().mapToLong(x -> x).sum();
        ModelShares.hamilton(order, amount, new ArrayList<>(sources), weight, sum, parts);
        for (String place : sources) {
            if (isUp(place) && parts.get(place) > 0) {
                String[] words = place.split(" ");
                pull(words[3], larger, self, List.of(words[2], words[0]), parts.get(place));
                above.add(there + " free", self, -parts.get(place));
            } else {
                above.add(place, self, -parts.get(place));
            }
        }
        ModelSide side = floods.get(flood);
        side.add(up(way.get(1), there, larger), member, -amount);
        side.add(way.get(1) + " free", member, amount);
    }

    /** A promise of a Flood within is a promise of its members. */
    private void promiseBelow(String flood, String member, String there, long amount, List<Cell> cells) {
        if (!isFlood(member)) {
            return;
        }
        ModelSide side = side(member);
        for (Gift part : ModelShares.below(side, flood, there, amount)) {
            String place = up(part.kind(), there, flood);
            side.add(place, part.pool(), -part.amount());
            side.add(place + " promised", part.pool(), part.amount());
            cells.add(new Cell(member.substring(1), place, part.pool(), part.amount()));
            promiseBelow(member.substring(1), part.pool(), part.kind(), part.amount(), cells);
        }
    }

    boolean join(String flood, String pool) {
        ModelSide side = floods.get(flood);
        if (side.dissolved || side.joined.containsKey(pool) || !currencyOf(pool).equals(side.currency)) {
            return false;
        }
        side.joined.put(pool, joins++);
        side.earlier.put(
                pool,
                payments.stream()
                        .mapToLong(payment -> payment.takes(flood, pool))
                        .sum());
        side.first.putIfAbsent(pool, side.joined.get(pool));
        side.wasActive |= side.joined.size() >= 2;
        return true;
    }

    boolean fund(String flood, String pool, long amount) {
        ModelSide side = floods.get(flood);
        boolean may = side.joined.containsKey(pool) && side.wasActive && !stops.isStopped(pool);
        if (!may || of(pools.free, pool) < amount) {
            return false;
        }
        pools.free.merge(pool, -amount, Long::sum);
        if (ModelHandOvers.holdsItself(pool)) {
            handOvers.order(flood, pool, amount);
        } else {
            side.add(side.money + " free", pool, amount);
        }
        return true;
    }

    String currencyOf(String member) {
        return isFlood(member) ? side(member).currency : pools.currency.get(member);
    }

    /** The distinct Pools of a Flood at all levels. */
    Set<String> poolsIn(String flood) {
        Set<String> found = new TreeSet<>();
        floods.get(flood).joined.keySet().forEach(member -> found.addAll(poolsOf(member)));
        return found;
    }

    Set<String> poolsOf(String member) {
        return isFlood(member) ? poolsIn(member.substring(1)) : Set.of(member);
    }

    boolean leave(String flood, String pool) {
        ModelSide side = floods.get(flood);
        if (side.joined.remove(pool) == null) {
            return false;
        }
        home(flood, pool);
        if (side.wasActive && side.joined.isEmpty() && !side.dissolved) {
            side.dissolved = true;
            larger(flood).forEach(above -> leave(above, "f" + flood));
        }
        return true;
    }

    void dissolve(String flood) {
        larger(flood).forEach(above -> leave(above, "f" + flood));
        List.copyOf(floods.get(flood).joined.keySet()).forEach(pool -> leave(flood, pool));
        floods.get(flood).dissolved = true;
    }

    boolean canAct(String flood) {
        return floods.get(flood).wasActive && !floods.get(flood).dissolved;
    }

    boolean allocate(String flood, String bucket, long amount) {
        ModelSide side = floods.get(flood);
        List<Gift> gifts = ModelShares.shares(side, "free", amount, this::members);
        if (gifts.isEmpty() || !side.buckets.getOrDefault(bucket, true)) {
            return false;
        }
        move(side, gifts, "free", bucket);
        return true;
    }

    boolean closeBucket(String flood, String bucket) {
        ModelSide side = floods.get(flood);
        if (!side.buckets.getOrDefault(bucket, true)) {
            return false;
        }
        side.buckets.put(bucket, false);
        side.free(bucket);
        return true;
    }

    /** @param place free, or a bucket */
    boolean reserve(String flood, String place, long amount) {
        ModelSide side = floods.get(flood);
        List<Gift> gifts =
                ModelShares.shares(side, place, amount, this::members, member -> stops.keepsBack(flood, member));
        if (gifts.isEmpty()) {
            return false;
        }
        move(side, gifts, place, "promised");
        ModelPayment payment = new ModelPayment(flood, place, gifts, pools.now);
        gifts.forEach(gift -> promiseBelow(flood, gift.pool(), gift.kind(), gift.amount(), payment.cells));
        payments.add(payment);
        return true;
    }

    static void move(ModelSide side, List<Gift> gifts, String from, String to) {
        for (Gift gift : gifts) {
            side.add(gift.kind() + " " + from, gift.pool(), -gift.amount());
            side.add(gift.kind() + " " + to, gift.pool(), gift.amount());
        }
    }

    /** The first Pool has one member, the next one and the same, and so on: those of a Flood are of its largest Pool. */
    long members(String member) {
        return isFlood(member)
                ? side(member).joined.keySet().stream()
                        .mapToLong(this::members)
                        .max()
                        .orElse(0)
                : 1 + Long.parseLong(member);
    }

    /** What is not to wait goes out, or back to those who gave it. */
    void carryOn(ModelPayment payment) {
        if (stops.going(payment).equals("OUT")) {
            paid(payment);
        } else {
            release(payment);
        }
    }

    void paid(ModelPayment payment) {
        payment.state = "paid";
        ModelSide side = floods.get(payment.flood);
        for (Gift gift : payment.gifts) {
            side.add(gift.kind() + " promised", gift.pool(), -gift.amount());
            side.spent.merge(gift.pool(), gift.amount(), Long::sum);
        }
        for (Cell cell : payment.cells) {
            floods.get(cell.flood()).add(cell.place() + " promised", cell.member(), -cell.amount());
            floods.get(cell.flood()).spent.merge(cell.member(), cell.amount(), Long::sum);
        }
    }

    void release(ModelPayment payment) {
        payment.state = "released";
        ModelSide side = floods.get(payment.flood);
        for (Gift gift : payment.gifts) {
            side.add(gift.kind() + " promised", gift.pool(), -gift.amount());
        }
        for (Cell cell : payment.cells) {
            floods.get(cell.flood()).add(cell.place() + " promised", cell.member(), -cell.amount());
        }
        giveBack(payment);
    }

    void reverse(ModelPayment payment) {
        payment.state = "reversed";
        ModelSide side = floods.get(payment.flood);
        payment.gifts.forEach(gift -> side.spent.merge(gift.pool(), -gift.amount(), Long::sum));
        payment.cells.forEach(cell -> floods.get(cell.flood()).spent.merge(cell.member(), -cell.amount(), Long::sum));
        giveBack(payment);
    }

    private void giveBack(ModelPayment payment) {
        ModelSide side = floods.get(payment.flood);
        String place = side.buckets.getOrDefault(payment.place, true) ? payment.place : "free";
        for (Gift gift : payment.gifts) {
            side.add(gift.kind() + " " + place, gift.pool(), gift.amount());
        }
        payment.cells.forEach(cell -> floods.get(cell.flood()).add(cell.place(), cell.member(), cell.amount()));
        goOn(payment, payment.flood, payment.gifts.stream().map(Gift::pool).toList());
    }

    /** Whoever has left does not leave money behind, at any level; who joined first before the others. */
    private void goOn(ModelPayment payment, String flood, List<String> touched) {
        ModelSide side = floods.get(flood);
        List<String> members = touched.stream()
                .distinct()
                .sorted(Comparator.comparing(side.first::get))
                .toList();
        members.stream().filter(member -> !side.joined.containsKey(member)).forEach(member -> home(flood, member));
        for (String member : members) {
            if (isFlood(member)) {
                String child = member.substring(1);
                goOn(
                        payment,
                        child,
                        payment.cells.stream()
                                .filter(cell -> cell.flood().equals(child))
                                .map(Cell::member)
                                .toList());
            }
        }
    }

    static long of(Map<String, Long> map, String name) {
        return map.getOrDefault(name, 0L);
    }
}
