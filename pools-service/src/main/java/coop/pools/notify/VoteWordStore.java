package coop.pools.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people have to be told about votes, and how far that has come. */
public interface VoteWordStore {
    /** Open votes about which nothing has been planned. */
    List<UUID> unplanned(int limit);

    /** Answers 0 when it was planned before. */
    int plan(UUID proposal, String kind, Instant dueAt);

    /** What is due, the longest waiting first; a closed vote's word is due when its outcome is stored. */
    List<Word> due(Instant now, int limit);

    /** Holds it unless it is done or somebody else holds it. */
    Optional<Word> lock(UUID proposal, String kind);

    int advance(UUID proposal, String kind, UUID afterPerson);

    int finish(UUID proposal, String kind, Instant now);

    /** @param afterPerson the last one told */
    record Word(UUID proposalId, String kind, Optional<UUID> afterPerson) {}
}
