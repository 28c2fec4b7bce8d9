package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.RawVote;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps ballots; only ever adds. Call under the proposal's lock, so that revisions have no gaps. */
public interface BallotStore {
    /** Sets the counter of a vote that opens to nothing. */
    void begin(UUID proposal);

    /** Adds the ballot, and to the counter what it says instead of {@code before}, the choice it takes the place of. */
    void append(UUID proposal, Ballot ballot, Optional<Choice> before);

    /** The person's latest revision, withdrawn ones included. */
    Optional<Ballot> latest(UUID proposal, UUID person);

    /** The same for several; places without a ballot are left out. */
    Map<Place, Ballot> latest(Collection<Place> places);

    /** Where one person votes on one proposal. */
    record Place(UUID proposal, UUID person) {}

    /** Counts the latest revision of each person, from the ballots themselves. */
    BallotCount count(UUID proposal);

    /** What the counter says; empty before the opening. Always equal to {@link #count}. */
    Optional<BallotCount> counter(UUID proposal);

    /** A number that grows with every ballot and every {@link #touch}. */
    long version(UUID proposal);

    /** Says that the count may have changed without a ballot. */
    void touch(UUID proposal);

    /** The ballots that count, in the order of person ids after the given one. */
    List<Ballot> counted(UUID proposal, UUID afterPerson, int limit);

    /** The ballots that count in an order by chance that stays, from this place on. */
    List<Ballot> shuffled(UUID proposal, long from, int limit);

    /** How many people marked their papers how: those of a vote with options; abstentions have no marks. */
    Map<Mark, Long> marked(UUID proposal);

    /** All ballots that count, in no order. */
    List<Ballot> all(UUID proposal);

    /** All revisions of all ballots, withdrawn ones too, in no order: for a vote without options. */
    void each(UUID proposal, RawVote.Ballots each);

    /** A person's revisions, the first one first. */
    List<Ballot> revisions(UUID proposal, UUID person);
}
