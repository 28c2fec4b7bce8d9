package coop.pools.ledger.domain;

import java.time.Instant;

/** A head that was published; it never stops being a part of its book. */
public record PublishedHead(SignedHead head, Instant publishedAt) {}
