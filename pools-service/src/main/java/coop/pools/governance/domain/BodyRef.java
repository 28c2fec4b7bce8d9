package coop.pools.governance.domain;

import java.util.Locale;
import java.util.UUID;

/** Who decides: the members of a Pool, or the distinct people of a Flood's Pools. */
public record BodyRef(Kind kind, UUID id) {
    public enum Kind {
        POOL,
        FLOOD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static BodyRef pool(UUID id) {
        return new BodyRef(Kind.POOL, id);
    }

    public static BodyRef flood(UUID id) {
        return new BodyRef(Kind.FLOOD, id);
    }
}
