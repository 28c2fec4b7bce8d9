package coop.pools.integrations.payments.sandbox;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Forgets everything with the process: for tests and for a single node that need not remember. */
public final class InMemorySandboxState implements SandboxState {
    private final NavigableMap<String, String> texts = new ConcurrentSkipListMap<>();

    @Override
    public Optional<String> read(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public boolean add(String key, String text) {
        return texts.putIfAbsent(key, text) == null;
    }

    @Override
    public boolean replace(String key, String before, String after) {
        return texts.replace(key, before, after);
    }

    @Override
    public void remove(String key) {
        texts.remove(key);
    }

    @Override
    public List<Entry> first(String from, String before, int atMost) {
        return entries(texts.subMap(from, true, before, false), atMost);
    }

    @Override
    public List<Entry> last(String from, String before, int atMost) {
        return entries(texts.subMap(from, true, before, false).descendingMap(), atMost);
    }

    private static List<Entry> entries(NavigableMap<String, String> part, int atMost) {
        return part.entrySet().stream()
                .limit(atMost)
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
