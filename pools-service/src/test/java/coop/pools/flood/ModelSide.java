package coop.pools.flood;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One Flood in the model. */
final class ModelSide {
    /** When each Pool joined. */
    final Map<String, Long> joined = new TreeMap<>();
    /** When it did so first; who has left is there too. */
    final Map<String, Long> first = new TreeMap<>();
    /** By place and Pool: "free", "promised", a bucket, or what is in a larger Flood; with "kept" or "moved" before it. */
    final Map<String, Map<String, Long>> purses = new TreeMap<>();

    final Map<String, Long> spent = new TreeMap<>();
    final Map<String, Boolean> buckets = new TreeMap<>();
    String money = "moved";
    String key = "available";
    boolean othersCover;
    boolean wasActive;
    boolean dissolved;

    List<String> buckets() {
        return List.of("bread", "stage");
    }

    long in(String place, String pool) {
        return purses.getOrDefault(place, Map.of()).getOrDefault(pool, 0L);
    }

    void add(String place, String pool, long amount) {
        purses.computeIfAbsent(place, none -> new TreeMap<>()).merge(pool, amount, Long::sum);
    }

    long all(String pool) {
        return purses.values().stream()
                .mapToLong(purse -> purse.getOrDefault(pool, 0L))
                .sum();
    }
}
