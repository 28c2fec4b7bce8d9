package coop.pools.flood;

import coop.pools.flood.domain.JoinRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps votes of one side that wait for the other: to join a Flood, and to merge two. Call holding the Floods. */
public interface RequestStore {
    /** Takes the place of an earlier one. */
    default void put(JoinRequest request) {
        remove(request.flood(), request.pool());
        insert(request);
    }

    void insert(JoinRequest request);

    void remove(UUID flood, UUID pool);

    /** Every one of this Pool. */
    void removeOf(UUID pool);

    Optional<JoinRequest> find(UUID flood, UUID pool);

    /** In the order of asking. */
    List<JoinRequest> of(UUID flood);

    /** Nothing when there is one already. */
    void beginMerger(UUID from, UUID into);

    void agreeToMerge(UUID from, UUID into, UUID proposal);

    void agreeToTakeIn(UUID from, UUID into, UUID proposal);

    Optional<Merger> merger(UUID from, UUID into);

    /**
     * The merger by which this Flood has ended, and those that it has agreed to and that wait for another one that is
     * active; by the ids of both, at most so many.
     */
    List<Between> mergersOf(UUID flood, int limit);

    void finishMerger(UUID from, UUID into, Instant at);

    /** The same of one of many. */
    record Between(
            UUID from,
            UUID into,
            Optional<UUID> mergeProposal,
            Optional<UUID> takeProposal,
            Optional<Instant> doneAt) {}

    /** What each side has passed so far. */
    record Merger(Optional<UUID> mergeProposal, Optional<UUID> takeProposal, Optional<Instant> doneAt) {
        boolean isAgreed() {
            return mergeProposal.isPresent() && takeProposal.isPresent() && doneAt.isEmpty();
        }
    }
}
