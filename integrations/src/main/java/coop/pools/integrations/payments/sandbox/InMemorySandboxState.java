package coop.pools.integrations.payments.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Forgets everything with the process: for tests and for a single node that need not remember. */
public final class InMemorySandboxState implements SandboxState {
    private final Map<String, String> texts = new ConcurrentHashMap<>();

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
}
