package coop.pools.flood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Floods should do with money, in plain maps; knows nothing of the product's code. Pools are named in id order. */
final class FloodModel {
    final Map<String, Long> contributed = new TreeMap<>();
    final Map<String, Long> inPool = new TreeMap<>();
    final Map<String, Side> floods = new TreeMap<>();
    final List<Payment> payments = new ArrayList<>();
    private long joins;

    static final class Side {
        /** When each Pool joined. */
        final Map<String, Long> joined = new TreeMap<>();
        /** By place and Pool: "free", "promised" or a bucket; with "kept" or "moved" before it. */
        final Map<String, Map<String, Long>> purses = new TreeMap<>();

        final Map<String, Long> spent = new TreeMap<>();
        final Map<String, Boolean> buckets = new TreeMap<>();
        String money = "moved";
        String key = "available";
        boolean othersCover;
        boolean wasActive;
        boolean dissolved;

        long in(String place, String pool) {
            return of(purses.getOrDefault(place, Map.of()), pool);
        }

        void add(String place, String pool, long amount) {
            purses.computeIfAbsent(place, none -> new TreeMap<>()).merge(pool, amount, Long::sum);
        }

        long all(String pool) {
            return purses.values().stream().mapToLong(purse -> of(purse, pool)).sum();
        }
    }

    /** What one Pool gave of one kind of money. */
    record Gift(String pool, String kind, long amount) {}

    static final class Payment {
        final String flood;
        final String place;
        final List<Gift> gifts;
        String state = "reserved";

        Payment(String flood, String place, List<Gift> gifts) {
            this.flood = flood;
            this.place = place;
            this.gifts = gifts;
        }
    }

    void contribute(String pool, long amount) {
        contributed.merge(pool, amount, Long::sum);
        inPool.merge(pool, amount, Long::sum);
    }

    boolean join(String flood, String pool) {
        Side side = floods.get(flood);
        if (side.dissolved || side.joined.containsKey(pool)) {
            return false;
        }
        side.joined.put(pool, joins++);
        side.wasActive |= side.joined.size() >= 2;
        return true;
    }

    boolean fund(String flood, String pool, long amount) {
        Side side = floods.get(flood);
        if (!side.joined.containsKey(pool) || !side.wasActive || of(inPool, pool) < amount) {
            return false;
        }
        inPool.merge(pool, -amount, Long::sum);
        side.add(side.money + " free", pool, amount);
        return true;
    }

    boolean leave(String flood, String pool) {
        Side side = floods.get(flood);
        if (side.joined.remove(pool) == null) {
            return false;
        }
        for (String place : List.copyOf(side.purses.keySet())) {
            if (!place.endsWith(" promised")) {
                inPool.merge(pool, side.in(place, pool), Long::sum);
                side.purses.get(place).put(pool, 0L);
            }
        }
        side.dissolved |= side.wasActive && side.joined.isEmpty();
        return true;
    }

    void dissolve(String flood) {
        List.copyOf(floods.get(flood).joined.keySet()).forEach(pool -> leave(flood, pool));
        floods.get(flood).dissolved = true;
    }

    /** Every Pool goes along, in the order of their names, with all that is not promised to payments. */
    void merge(String from, String into) {
        for (String pool : List.copyOf(floods.get(from).joined.keySet())) {
            long before = of(inPool, pool);
            leave(from, pool);
            long brought = of(inPool, pool) - before;
            join(into, pool);
            fund(into, pool, brought);
        }
        floods.get(from).dissolved = true;
    }

    boolean canAct(String flood) {
        return floods.get(flood).wasActive && !floods.get(flood).dissolved;
    }

    boolean allocate(String flood, String bucket, long amount) {
        Side side = floods.get(flood);
        List<Gift> gifts = shares(side, "free", amount);
        if (gifts.isEmpty() || !side.buckets.getOrDefault(bucket, true)) {
            return false;
        }
        move(side, gifts, "free", bucket);
        return true;
    }

    boolean closeBucket(String flood, String bucket) {
        Side side = floods.get(flood);
        if (!side.buckets.getOrDefault(bucket, true)) {
            return false;
        }
        side.buckets.put(bucket, false);
        for (String kind : List.of("kept ", "moved ")) {
            for (String pool : side.joined.keySet()) {
                long left = side.in(kind + bucket, pool);
                side.add(kind + bucket, pool, -left);
                side.add(kind + "free", pool, left);
            }
        }
        return true;
    }

    /** @param place free, or a bucket */
    boolean reserve(String flood, String place, long amount) {
        Side side = floods.get(flood);
        List<Gift> gifts = shares(side, place, amount);
        if (gifts.isEmpty()) {
            return false;
        }
        move(side, gifts, place, "promised");
        payments.add(new Payment(flood, place, gifts));
        return true;
    }

    private static void move(Side side, List<Gift> gifts, String from, String to) {
        for (Gift gift : gifts) {
            side.add(gift.kind() + " " + from, gift.pool(), -gift.amount());
            side.add(gift.kind() + " " + to, gift.pool(), gift.amount());
        }
    }

    /**
     * By rising level: the Pools in the order of how little they have for their weight; as many of them as cannot bear
     * their part give all they have, the others bear the rest. Empty when it cannot be paid.
     */
    private List<Gift> shares(Side side, String place, long amount) {
        List<String> pools = new ArrayList<>(side.joined.keySet());
        Map<String, Long> free = new TreeMap<>();
        Map<String, Long> weight = new TreeMap<>();
        for (String pool : pools) {
            free.put(pool, side.in("kept " + place, pool) + side.in("moved " + place, pool));
            String key = place.equals("free") ? side.key : "available";
            weight.put(
                    pool,
                    switch (key) {
                        case "equal" -> 1L;
                        case "members" -> members(pool);
                        case "pledge" -> side.all(pool) + of(side.spent, pool);
                        default -> free.get(pool);
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
            if (rest >= 0 && others.stream().allMatch(pool -> left * weight.get(pool) <= free.get(pool) * sum)) {
                Map<String, Long> parts = new TreeMap<>();
                pools.subList(0, emptied).forEach(pool -> parts.put(pool, free.get(pool)));
                hamilton(side, rest, others, weight, sum, parts);
                return gifts(side, place, parts);
            }
        }
        return List.of();
    }

    /** Whole parts first; then one cent each to the largest fractions, who joined first before the others. */
    private static void hamilton(
            Side side, long amount, List<String> pools, Map<String, Long> weight, long sum, Map<String, Long> parts) {
        long given = 0;
        for (String pool : pools) {
            parts.put(pool, amount * weight.get(pool) / sum);
            given += parts.get(pool);
        }
        pools.sort(Comparator.comparing((String pool) -> -(amount * weight.get(pool) % sum))
                .thenComparing(side.joined::get));
        for (int i = 0; i < amount - given; i++) {
            parts.merge(pools.get(i), 1L, Long::sum);
        }
    }

    /** What was moved goes before what is kept. */
    private static List<Gift> gifts(Side side, String place, Map<String, Long> parts) {
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

    /** The first Pool has one member, the next two, and so on. */
    static long members(String pool) {
        return 1 + Long.parseLong(pool);
    }

    void paid(Payment payment) {
        payment.state = "paid";
        Side side = floods.get(payment.flood);
        for (Gift gift : payment.gifts) {
            side.add(gift.kind() + " promised", gift.pool(), -gift.amount());
            side.spent.merge(gift.pool(), gift.amount(), Long::sum);
        }
    }

    void release(Payment payment) {
        payment.state = "released";
        Side side = floods.get(payment.flood);
        for (Gift gift : payment.gifts) {
            side.add(gift.kind() + " promised", gift.pool(), -gift.amount());
        }
        giveBack(payment);
    }

    void reverse(Payment payment) {
        payment.state = "reversed";
        Side side = floods.get(payment.flood);
        payment.gifts.forEach(gift -> side.spent.merge(gift.pool(), -gift.amount(), Long::sum));
        giveBack(payment);
    }

    private void giveBack(Payment payment) {
        Side side = floods.get(payment.flood);
        String place = side.buckets.getOrDefault(payment.place, true) ? payment.place : "free";
        for (Gift gift : payment.gifts) {
            if (side.joined.containsKey(gift.pool())) {
                side.add(gift.kind() + " " + place, gift.pool(), gift.amount());
            } else {
                inPool.merge(gift.pool(), gift.amount(), Long::sum);
            }
        }
    }

    static long of(Map<String, Long> map, String name) {
        return map.getOrDefault(name, 0L);
    }
}
