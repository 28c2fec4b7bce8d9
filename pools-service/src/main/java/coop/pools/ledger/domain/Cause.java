package coop.pools.ledger.domain;

import java.util.UUID;

/** Why transfers were made: a kind, such as {@code contribution}, and the object. Each cause is booked once a book. */
public record Cause(String kind, UUID id) {}
