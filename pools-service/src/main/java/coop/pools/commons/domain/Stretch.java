package coop.pools.commons.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A published share.
 *
 * @param no from 1, in the order of publishing
 * @param since when it took effect
 * @param proposal the vote that made it; empty for the first one, which the operator published
 */
public record Stretch(int no, Instant since, ShareTerms terms, Optional<UUID> proposal) {}
