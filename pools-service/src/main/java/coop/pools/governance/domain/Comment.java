package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A remark in the discussion of a proposal.
 *
 * @param parent the comment that this one answers
 * @param text Markdown
 * @param stance where the author stood when writing it
 */
public record Comment(
        UUID id,
        UUID proposal,
        Optional<UUID> parent,
        UUID author,
        String text,
        Optional<Stance> stance,
        Instant createdAt) {}
