package coop.pools.flood;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One Flood in the model. */
final class ModelSide {
    /** When each Pool joined. */
    final Map<String, Long> joined = new TreeMap<>();
    /** When it did so first; who has left is there too. */
    final Map<String, Long> first = new TreeMap<>();
    /** By place and Pool: "free", "promised", a bucket, or what is in a larger Flood; with "kept" or "moved" before it. */
    final Map<String, Map<String, Long>> purses = new TreeMap<>();

    final Map<String, Long> spent = new TreeMap<>();
    /** What all payments so far had taken of each Pool when it joined last, those on their way too. */
    final Map<String, Long> earlier = new TreeMap<>();

    final Map<String, Boolean> buckets = new TreeMap<>();
    /** Of rounds that were opened. */
    final Set<String> pots = new TreeSet<>();

    final String currency;
    String money = "moved";
    String key = "available";
    boolean othersCover;
    boolean wasActive;
    boolean dissolved;

    ModelSide(String currency) {
        this.currency = currency;
    }

    List<String> buckets() {
        return List.of("bread", "stage");
    }

    /** By name. */
    Set<String> bucketsAndPots() {
        Set<String> all = new TreeSet<>(pots);
        all.addAll(buckets());
        return all;
    }

    /** What present members have in a bucket or pot is free again. */
    void free(String bucket) {
        for (String kind : List.of("kept ", "moved ")) {
            for (String member : joined.keySet()) {
                long left = in(kind + bucket, member);
                add(kind + bucket, member, -left);
                add(kind + "free", member, left);
            }
        }
    }

    /** Of all members. */
    long sum(String place) {
        return purses.getOrDefault(place, Map.of()).values().stream()
                .mapToLong(x -> x)
                .sum();
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
