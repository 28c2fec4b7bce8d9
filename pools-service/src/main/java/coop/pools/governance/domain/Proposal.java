package coop.pools.governance.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish put to the people of a Pool or Flood. Its words and action never change.
 *
 * @param text Markdown, may be empty
 * @param opensAt when the vote opens, at the earliest
 */
public record Proposal(
        UUID id,
        BodyRef body,
        UUID author,
        String title,
        String text,
        Action action,
        Instant createdAt,
        Instant opensAt,
        Progress progress) {}
