package coop.pools.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Secret addresses of calendars, one a person, as hashes. */
public interface FeedStore {
    int insert(UUID person, byte[] tokenHash, Instant now);

    int delete(UUID person);

    Optional<UUID> person(byte[] tokenHash);

    Optional<Instant> madeAt(UUID person);
}
