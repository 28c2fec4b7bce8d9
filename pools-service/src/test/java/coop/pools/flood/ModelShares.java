package coop.pools.flood;

import coop.pools.flood.ModelPayment.Gift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Who gives how much in the model; written in another way than the product does it. */
final class ModelShares {
    private ModelShares() {}

    /**
     * By rising level: the Pools in the order of how little they have for their weight; as many of them as cannot bear
     * their part give all they have, the others bear the rest. Empty when it cannot be paid.
     */
    static List<Gift> shares(ModelSide side, String place, long amount, ToLongFunction<String> members) {
        return shares(side, place, amount, members, member -> false);
    }

    /** The same where what some keep stays with them; they are asked for their part all the same. */
    static List<Gift> shares(
            ModelSide side, String place, long amount, ToLongFunction<String> members, Predicate<String> keepsBack) {
        List<String> pools = new ArrayList<>(side.joined.keySet());
        Map<String, Long> free = new TreeMap<>();
        Map<String, Long> weight = new TreeMap<>();
        for (String pool : pools) {
            long has = side.in("kept " + place, pool) + side.in("moved " + place, pool);
            free.put(pool, keepsBack.test(pool) ? side.in("moved " + place, pool) : has);
            String key = place.equals("free") ? side.key : "available";
            weight.put(
                    pool,
                    switch (key) {
                        case "equal" -> 1L;
                        case "members" -> members.applyAsLong(pool);
                        case "pledge" ->
                            Math.max(
                                    has,
                                    side.all(pool)
                                            + FloodModel.of(side.spent, pool)
                                            - FloodModel.of(side.earlier, pool));
                        default -> has;
                    });
        }
        pools.removeIf(pool -> weight.get(pool) == 0);
        pools.sort(Comparator.comparingDouble((String pool) -> (double) free.get(pool) / weight.get(pool))
                .thenComparing(side.joined::get));
        boolean mayCover = side.othersCover && place.equals("free");
        for (int emptied = 0; emptied < pools.size() && (emptied == 0 || mayCover); emptied++) {
            long rest = amount;
            for (String pool : pools.subList(0, emptied)) {
                rest -= free.get(pool);
            }
            List<String> others = new ArrayList<>(pools.subList(emptied, pools.size()));
            long sum = others.stream().mapToLong(weight::get).sum();
            long left = rest;
            Map<String, Long> parts = new TreeMap<>();
            pools.subList(0, emptied).forEach(pool -> parts.put(pool, free.get(pool)));
            hamilton(side.joined, rest, others, weight, sum, parts);
            // Whoever has its own part, once rounded, needs nobody to cover it.
            boolean each = emptied == 0
                    ? others.stream().allMatch(pool -> parts.get(pool) <= free.get(pool))
                    : others.stream().allMatch(pool -> left * weight.get(pool) <= free.get(pool) * sum);
            if (rest >= 0 && each) {
                return gifts(side, place, parts);
            }
        }
        return List.of();
    }

    /** Whole parts first; then one cent each to the largest fractions, who joined first before the others. */
    static void hamilton(
            Map<String, Long> order,
            long amount,
            List<String> pools,
            Map<String, Long> weight,
            long sum,
            Map<String, Long> parts) {
        long given = 0;
        for (String pool : pools) {
            parts.put(pool, amount * weight.get(pool) / sum);
            given += parts.get(pool);
        }
        pools.sort(Comparator.comparing((String pool) -> -(amount * weight.get(pool) % sum))
                .thenComparing(order::get));
        for (int i = 0; i < amount - given; i++) {
            parts.merge(pools.get(i), 1L, Long::sum);
        }
    }

    /** What was moved goes before what is kept. */
    private static List<Gift> gifts(ModelSide side, String place, Map<String, Long> parts) {
        List<Gift> gifts = new ArrayList<>();
        parts.forEach((pool, part) -> {
            long moved = Math.min(part, side.in("moved " + place, pool));
            if (moved > 0) {
                gifts.add(new Gift(pool, "moved", moved));
            }
            if (part > moved) {
                gifts.add(new Gift(pool, "kept", part - moved));
            }
        });
        return gifts;
    }

    /** Among the members of a Flood within, by what each has in its stake; who joined first before the others. */
    static List<Gift> below(ModelSide side, String flood, String there, long amount) {
        List<String> owners = new ArrayList<>(side.first.keySet());
        owners.sort(Comparator.comparing(side.first::get));
        Map<String, Long> weight = new TreeMap<>();
        Map<String, Long> order = new TreeMap<>();
        List<Gift> cells = new ArrayList<>();
        for (String owner : owners) {
            for (String here : List.of("moved", "kept")) {
                String name = owner + "/" + here;
                weight.put(name, side.in(FloodModel.up(here, there, flood), owner));
                order.put(name, (long) order.size());
                cells.add(new Gift(owner, here, 0));
            }
        }
        Map<String, Long> parts = new TreeMap<>();
        long sum = weight.values().stream().mapToLong(x -> x).sum();
        hamilton(order, amount, new ArrayList<>(order.keySet()), weight, sum, parts);
        return cells.stream()
                .map(cell -> new Gift(cell.pool(), cell.kind(), parts.get(cell.pool() + "/" + cell.kind())))
                .filter(cell -> cell.amount() > 0)
                .toList();
    }
}
