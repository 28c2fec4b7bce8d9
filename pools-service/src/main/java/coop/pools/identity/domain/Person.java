package coop.pools.identity.domain;

import java.time.Instant;
import java.util.UUID;

/** Somebody who has signed in. The name is theirs to choose and need not be unique. */
public record Person(UUID id, String name, Instant createdAt) {}
