package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Buckets. */
public interface BucketStore {
    /** Answers 0 and changes nothing when the id is taken, or the slug in that Pool. */
    int insert(Bucket bucket);

    Optional<Bucket> find(UUID id);

    Optional<Bucket> bySlug(UUID pool, String slug);

    /** Reads and locks a bucket until the transaction ends. */
    Optional<Bucket> lock(UUID pool, String slug);

    /** All buckets of a Pool, open and closed, in the order of their opening. */
    List<Bucket> ofPool(UUID pool);

    /** Closed buckets that money has come to since, at most so many. */
    List<Bucket> closedWithMoney(int limit);

    /** Closes an open bucket; 0 when it is closed already. */
    int close(UUID id, Instant at, UUID proposal);
}
