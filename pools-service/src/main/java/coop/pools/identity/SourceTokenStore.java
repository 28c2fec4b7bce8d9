package coop.pools.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sealed access tokens for group sources. */
public interface SourceTokenStore {
    /** Answers 0 when the person has one for this provider already. */
    int insert(UUID personId, String provider, byte[] accessSealed, Optional<byte[]> refreshSealed, Instant expiresAt);

    void replace(
            UUID personId, String provider, byte[] accessSealed, Optional<byte[]> refreshSealed, Instant expiresAt);

    Optional<Row> find(UUID personId, String provider);

    /** Lets one refresher through until a moment; answers 0 to all others. */
    int claimRefresh(UUID personId, String provider, Instant now, Instant until);

    int delete(UUID personId, String provider);

    /** A sealed token. */
    record Row(byte[] accessSealed, Optional<byte[]> refreshSealed, Instant expiresAt) {}
}
