package coop.pools.testing;

import coop.pools.payout.Votes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Votes that nobody has proposed or cast.
 *
 * @param opened when each was opened
 */
public record NoVotes(Map<UUID, Instant> opened) implements Votes {
    @Override
    public Optional<Instant> openedAt(UUID proposal) {
        return Optional.ofNullable(opened.get(proposal));
    }

    @Override
    public Optional<UUID> author(UUID proposal) {
        return Optional.empty();
    }

    @Override
    public List<UUID> people(UUID proposal) {
        return List.of();
    }
}
