package coop.pools.flood;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps how far stewards have been told that the statements of a quarter are there. */
public interface StatementWordStore {
    /** When the latest quarter ended that was begun; at first, when the words began to be kept. */
    Optional<Instant> last();

    /** Answers 0 when it was begun before. */
    int begin(Instant endedAt, UUID afterFlood, UUID afterMember);

    /** How far it has come; holds it, unless it is done or somebody else holds it. */
    Optional<Place> lock(Instant endedAt);

    /**
     * Who belonged to a Flood in this time, for a part of it at least: Pools and Floods, each once, after a place, by
     * Flood and member. Nobody has joined that of all Pools.
     */
    List<Place> belonged(Instant from, Instant until, UUID afterFlood, UUID afterMember, int limit);

    int advance(Instant endedAt, UUID afterFlood, UUID afterMember);

    int finish(Instant endedAt, Instant now);

    /** A Pool or Flood in a Flood. */
    record Place(UUID flood, UUID member) {
        /** Before every other one. */
        static final Place NONE = new Place(new UUID(0, 0), new UUID(0, 0));
    }
}
