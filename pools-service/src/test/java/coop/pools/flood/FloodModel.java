package coop.pools.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Floods should do with money, in plain maps; knows nothing of the product's code. Pools are named in id order. */
final class FloodModel {
    final Map<String, Long> contributed = new TreeMap<>();
    final Map<String, Long> inPool = new TreeMap<>();
    final Map<String, Side> floods = new TreeMap<>();
    final List<Payment> payments = new ArrayList<>();

    static final class Side {
        final TreeSet<String> joined = new TreeSet<>();
        final Map<String, Long> stakes = new TreeMap<>();
        final Map<String, Long> spent = new TreeMap<>();
        boolean wasActive;
        boolean dissolved;
    }

    static final class Payment {
        final String flood;
        final Map<String, Long> shares;
        String state = "reserved";

        Payment(String flood, Map<String, Long> shares) {
            this.flood = flood;
            this.shares = shares;
        }
    }

    void contribute(String pool, long amount) {
        contributed.merge(pool, amount, Long::sum);
        inPool.merge(pool, amount, Long::sum);
    }

    boolean join(String flood, String pool) {
        Side side = floods.get(flood);
        if (side.dissolved || !side.joined.add(pool)) {
            return false;
        }
        side.wasActive |= side.joined.size() >= 2;
        return true;
    }

    boolean fund(String flood, String pool, long amount) {
        Side side = floods.get(flood);
        if (!side.joined.contains(pool) || !side.wasActive || of(inPool, pool) < amount) {
            return false;
        }
        inPool.merge(pool, -amount, Long::sum);
        side.stakes.merge(pool, amount, Long::sum);
        return true;
    }

    boolean leave(String flood, String pool) {
        Side side = floods.get(flood);
        if (!side.joined.remove(pool)) {
            return false;
        }
        inPool.merge(pool, of(side.stakes, pool), Long::sum);
        side.stakes.put(pool, 0L);
        side.dissolved |= side.wasActive && side.joined.isEmpty();
        return true;
    }

    boolean reserve(String flood, long amount) {
        Side side = floods.get(flood);
        long sum = side.joined.stream().mapToLong(pool -> of(side.stakes, pool)).sum();
        if (sum < amount) {
            return false;
        }
        Map<String, Long> shares = shares(side, amount, sum);
        shares.forEach((pool, share) -> side.stakes.merge(pool, -share, Long::sum));
        payments.add(new Payment(flood, shares));
        return true;
    }

    /** Whole parts first; then one cent each to the largest fractions, the earlier name first. */
    private static Map<String, Long> shares(Side side, long amount, long sum) {
        Map<String, Long> shares = new TreeMap<>();
        List<String> byFraction = new ArrayList<>(side.joined);
        for (String pool : side.joined) {
            shares.put(pool, amount * of(side.stakes, pool) / sum);
        }
        byFraction.sort((a, b) -> Long.compare(amount * of(side.stakes, b) % sum, amount * of(side.stakes, a) % sum));
        long rest = amount - shares.values().stream().mapToLong(x -> x).sum();
        for (int i = 0; i < rest; i++) {
            shares.merge(byFraction.get(i), 1L, Long::sum);
        }
        return shares;
    }

    void paid(Payment payment) {
        payment.state = "paid";
        payment.shares.forEach((pool, share) -> floods.get(payment.flood).spent.merge(pool, share, Long::sum));
    }

    void release(Payment payment) {
        payment.state = "released";
        giveBack(payment);
    }

    void reverse(Payment payment) {
        payment.state = "reversed";
        payment.shares.forEach((pool, share) -> floods.get(payment.flood).spent.merge(pool, -share, Long::sum));
        giveBack(payment);
    }

    private void giveBack(Payment payment) {
        Side side = floods.get(payment.flood);
        payment.shares.forEach(
                (pool, share) -> (side.joined.contains(pool) ? side.stakes : inPool).merge(pool, share, Long::sum));
    }

    long committed(String flood, String pool) {
        return payments.stream()
                .filter(payment -> payment.flood.equals(flood) && payment.state.equals("reserved"))
                .mapToLong(payment -> of(payment.shares, pool))
                .sum();
    }

    static long of(Map<String, Long> map, String name) {
        return map.getOrDefault(name, 0L);
    }
}
