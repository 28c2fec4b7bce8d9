package coop.pools.ledger;

import java.util.Map;
import java.util.UUID;

/** What people call the buckets of a book; implemented where buckets are kept. */
public interface BucketNames {
    /** They go by their slugs. */
    BucketNames NONE = book -> Map.of();

    /** Names by slug, closed ones too; may be empty. */
    Map<String, String> of(UUID book);
}
