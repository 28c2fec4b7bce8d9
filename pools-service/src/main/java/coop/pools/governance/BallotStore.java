package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps ballots; only ever adds. Call under the proposal's lock, so that revisions have no gaps. */
public interface BallotStore {
    void append(UUID proposal, Ballot ballot);

    /** The person's latest revision, withdrawn ones included. */
    Optional<Ballot> latest(UUID proposal, UUID person);

    /** Counts the latest revision of each person. */
    BallotCount count(UUID proposal);

    /** The ballots that count, in the order of person ids after the given one. */
    List<Ballot> counted(UUID proposal, UUID afterPerson, int limit);
}
