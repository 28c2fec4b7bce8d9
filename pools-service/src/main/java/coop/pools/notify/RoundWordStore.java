package coop.pools.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people have to be told about rounds, and how far that has come. */
public interface RoundWordStore {
    /** Open rounds about which nothing has been planned. */
    List<UUID> unplanned(int limit);

    /** Answers 0 when it was planned before. */
    int plan(UUID round, String kind, Instant dueAt);

    /** What is due, the longest waiting first; the word on a round's end when it has ended, and no other then. */
    List<Word> due(Instant now, int limit);

    /** Holds it unless it is done or somebody else holds it. */
    Optional<Word> lock(UUID round, String kind);

    int advance(UUID round, String kind, UUID afterPerson);

    int finish(UUID round, String kind, Instant now);

    /** @param afterPerson the last one told */
    record Word(UUID roundId, String kind, Optional<UUID> afterPerson) {}
}
