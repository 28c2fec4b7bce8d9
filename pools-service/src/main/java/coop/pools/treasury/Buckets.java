package coop.pools.treasury;

import java.util.UUID;

/** What treasury asks about a Pool's buckets; implemented beside them. */
public interface Buckets {
    /** Whether this Pool has a bucket of this slug and it takes money at present. */
    boolean isOpen(UUID pool, String slug);
}
