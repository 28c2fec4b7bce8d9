package coop.pools.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sizes of a run, given as {@code name=number}.
 *
 * @param rounds how often the things compared are run in turn
 * @param seconds about how long each runs in each round
 * @param connections of the load client
 * @param clients of a plain SQL baseline
 * @param warm how many webhooks and hellos a server answers before it is measured
 * @param entries of a book that is verified or exported
 * @param voters of a vote that is counted, a hundredth as many Pools
 */
public record Settings(int rounds, int seconds, int connections, int clients, int warm, int entries, int voters) {
    static Settings of(List<String> words) {
        Map<String, Integer> given = new HashMap<>();
        words.stream().filter(word -> word.contains("=")).forEach(word -> {
            String[] pair = word.split("=", 2);
            given.put(pair[0], Integer.valueOf(pair[1]));
        });
        return new Settings(
                given.getOrDefault("rounds", 3),
                given.getOrDefault("seconds", 10),
                given.getOrDefault("connections", 64),
                given.getOrDefault("clients", 16),
                given.getOrDefault("warm", 40_000),
                given.getOrDefault("entries", 10_000_000),
                given.getOrDefault("voters", 1_000_000));
    }
}
