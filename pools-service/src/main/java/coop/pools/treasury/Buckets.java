package coop.pools.treasury;

import java.util.List;
import java.util.UUID;

/** What treasury asks about a Pool's buckets; implemented beside them. */
public interface Buckets {
    /** Whether this Pool has a bucket of this slug and it takes money at present. */
    boolean isOpen(UUID pool, String slug);

    /** Those that take money at present, the first opened first. */
    default List<Named> open(UUID pool) {
        return List.of();
    }

    /** What people call it, also when it is closed; the slug where there is none. */
    default String name(UUID pool, String slug) {
        return slug;
    }

    /** A bucket with its name. */
    record Named(String slug, String name) {}
}
