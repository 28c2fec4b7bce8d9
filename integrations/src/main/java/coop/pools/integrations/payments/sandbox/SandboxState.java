package coop.pools.integrations.payments.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * Where the sandbox keeps what it knows: texts by key, shared by all nodes. Each call takes effect at once and by
 * itself; it must not wait for a transaction of the caller.
 */
public interface SandboxState {
    /** A text and the key it is kept by. */
    record Entry(String name, String text) {}

    Optional<String> read(String key);

    /** Adds a text; false, and nothing changes, when the key is taken. */
    boolean add(String key, String text);

    /** Puts a text in the place of another; false, and nothing changes, when {@code before} is no longer there. */
    boolean replace(String key, String before, String after);

    /** Takes a text away; nothing happens when it is not there. */
    void remove(String key);

    /** The first so many with {@code from <= key < before}, in the order of their keys. */
    List<Entry> first(String from, String before, int atMost);

    /** The last so many with {@code from <= key < before}, the last one first. */
    List<Entry> last(String from, String before, int atMost);
}
