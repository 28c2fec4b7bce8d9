package coop.pools.flood;

import coop.pools.governance.InviteToFlood;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A vote that has passed, as far as Floods have to know.
 *
 * @param author who proposed it
 * @param openedAt from when on people voted; the compact that they adopt is the one in force then
 * @param agreeing the Pools whose own people agreed, where Pools were asked
 */
public record Voted(UUID proposal, UUID author, Instant openedAt, Set<UUID> agreeing) {
    public Voted {
        agreeing = Set.copyOf(agreeing);
    }

    /** As what asks others. */
    InviteToFlood.Decision decision() {
        return new InviteToFlood.Decision(proposal, author);
    }
}
