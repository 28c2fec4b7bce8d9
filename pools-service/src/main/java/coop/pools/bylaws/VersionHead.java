package coop.pools.bylaws;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A line in the list of versions. @param proposalId empty for the first version */
public record VersionHead(int version, String sha256, Instant adoptedAt, Optional<UUID> proposalId) {}
