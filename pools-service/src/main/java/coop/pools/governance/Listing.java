package coop.pools.governance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param next what to ask the next part after; empty at the end
 */
public record Listing<T>(List<T> items, Optional<UUID> next) {
    /** The most that one page may hold. */
    public static final int MOST = 200;

    /** How many to ask of a store: one more than the page holds, to know whether another page follows. */
    static int reach(int limit) {
        return Math.max(1, Math.min(limit, MOST)) + 1;
    }

    /** A page from what a store gave for {@link #reach}. */
    static <T> Listing<T> of(List<T> rows, int limit, Function<T, UUID> id) {
        int size = reach(limit) - 1;
        if (rows.size() <= size) {
            return new Listing<>(List.copyOf(rows), Optional.empty());
        }
        return new Listing<>(List.copyOf(rows.subList(0, size)), Optional.of(id.apply(rows.get(size - 1))));
    }
}
