package coop.pools.governance.sql;

import coop.pools.governance.BallotStore;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.RawVote;
import coop.pools.platform.db.Batches;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ballots in shared transactions are written together; everywhere else it is the plain store. */
public final class BatchedBallotStore implements BallotStore {
    private final SqlBallotStore plain;
    private final Batches batches;

    public BatchedBallotStore(SqlBallotStore plain, Batches batches) {
        this.plain = plain;
        this.batches = batches;
    }

    @Override
    public void append(UUID proposal, Ballot ballot, Optional<Choice> before) {
        Optional<BallotBatch> batch = batches.part(BallotBatch.class, connection -> new BallotBatch());
        batch.ifPresentOrElse(
                gathered -> gathered.append(proposal, ballot, before), () -> plain.append(proposal, ballot, before));
    }

    @Override
    public void begin(UUID proposal) {
        plain.begin(proposal);
    }

    @Override
    public Optional<Ballot> latest(UUID proposal, UUID person) {
        return plain.latest(proposal, person);
    }

    @Override
    public Map<Place, Ballot> latest(Collection<Place> places) {
        return plain.latest(places);
    }

    @Override
    public BallotCount count(UUID proposal) {
        return plain.count(proposal);
    }

    @Override
    public Optional<BallotCount> counter(UUID proposal) {
        return plain.counter(proposal);
    }

    @Override
    public long version(UUID proposal) {
        return plain.version(proposal);
    }

    @Override
    public void touch(UUID proposal) {
        plain.touch(proposal);
    }

    @Override
    public List<Ballot> counted(UUID proposal, UUID afterPerson, int limit) {
        return plain.counted(proposal, afterPerson, limit);
    }

    @Override
    public List<Ballot> shuffled(UUID proposal, long from, int limit) {
        return plain.shuffled(proposal, from, limit);
    }

    @Override
    public Map<Mark, Long> marked(UUID proposal) {
        return plain.marked(proposal);
    }

    @Override
    public List<Ballot> all(UUID proposal) {
        return plain.all(proposal);
    }

    @Override
    public List<Ballot> revisions(UUID proposal, UUID person) {
        return plain.revisions(proposal, person);
    }

    @Override
    public void each(UUID proposal, RawVote.Ballots each) {
        plain.each(proposal, each);
    }
}
