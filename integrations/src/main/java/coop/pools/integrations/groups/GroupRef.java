package coop.pools.integrations.groups;

import java.util.Optional;

/**
 * A group at its source. {@code id} is the source's stable id; {@code members} is its own count and may be off by a
 * few from the roster.
 */
public record GroupRef(String source, String id, String name, int members, Optional<String> url) {}
