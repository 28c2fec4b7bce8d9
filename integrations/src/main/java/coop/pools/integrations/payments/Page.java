package coop.pools.integrations.payments;

import java.util.List;
import java.util.Optional;

/** Part of a list; {@code next} asks for the part after it and is empty at the end. */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
