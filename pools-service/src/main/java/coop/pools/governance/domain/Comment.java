package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A remark in the discussion of a proposal.
 *
 * @param parent the comment that this one answers
 * @param text Markdown
 */
public record Comment(UUID id, UUID proposal, Optional<UUID> parent, UUID author, String text, Instant createdAt) {}
