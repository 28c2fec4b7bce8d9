package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of a proposal, in words; it changes nothing.
 *
 * @param version from 1; the highest counts
 * @param text Markdown
 * @param reviewAt when to look back at it
 */
public record OutcomeStatement(
        UUID proposal, int version, UUID author, String text, Instant statedAt, Optional<Instant> reviewAt) {}
