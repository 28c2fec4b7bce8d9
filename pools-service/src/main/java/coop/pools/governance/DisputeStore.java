package coop.pools.governance;

import coop.pools.governance.domain.Dispute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Concerns about passed proposals, what became of them, and who the ombuds are. */
public interface DisputeStore {
    void open(Dispute dispute);

    Optional<Dispute> find(UUID proposal);

    /** Writes the answer once; 0 when there is one. */
    int answer(Dispute dispute);

    /** 0 when the person has raised one before. */
    int raise(Dispute.Concern concern);

    /** In the order in which they were raised. */
    List<Dispute.Concern> concerns(UUID proposal);

    /** Whether the proposal repeats a vote. */
    boolean isRepetition(UUID proposal);

    void insert(Dispute.OmbudTerm term);

    /** Ends the person's open term; 0 when there is none. */
    int endTerm(UUID pool, UUID person, UUID proposal, Instant at);

    /** Terms that no vote has ended and that are not over, in the order in which they began. */
    List<Dispute.OmbudTerm> ombuds(UUID pool, Instant now);

    /** When the last term of an ombud began, over or not; empty when there was none. */
    Optional<Instant> lastTermSince(UUID pool);
}
