package coop.pools.bylaws;

import java.time.Instant;
import java.util.UUID;

/** One person's yes to one exact text. @param sha256 of the text of that version */
public record Acceptance(UUID bodyId, int version, UUID personId, String sha256, Instant acceptedAt) {}
