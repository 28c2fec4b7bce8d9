package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets the people of Pools drop out of a Flood's open votes when these leave: whoever is in no other Pool of the Flood
 * is no voter any more, and their ballots are taken back by a further revision, so that nothing is rewritten and the
 * count can be repeated. Only use cases that end a Pool's stay call it, in their transaction: first {@link #hold}, then
 * they hold the Flood, then {@link #drop}.
 */
public final class DropOut {
    private static final int PAGE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final Rosters rosters;
    private final IdSource ids;

    public DropOut(ProposalStore proposals, BallotStore ballots, Rosters rosters, IdSource ids) {
        this.proposals = proposals;
        this.ballots = ballots;
        this.rosters = rosters;
        this.ids = ids;
    }

    /** Holds the open votes, in the order of ids, so that no ballot comes between; voters hold them before Floods. */
    public Set<UUID> hold(Collection<BodyRef> floods, Instant now) {
        Set<UUID> open =
                floods.stream().flatMap(flood -> open(flood, now).stream()).collect(Collectors.toSet());
        open.stream().sorted(IdSource.IN_ORDER).forEach(proposals::lock);
        return open;
    }

    /**
     * Takes Pools out of all votes of a Flood that are open.
     *
     * @param held what {@link #hold} answered; a vote that has opened since is refused with TRY_AGAIN
     * @param gone the Pools that belong to the Flood in no way any more
     */
    public void drop(BodyRef flood, Set<UUID> gone, Set<UUID> held, Instant now) {
        for (UUID id : open(flood, now)) {
            if (!held.contains(id)) {
                throw new Refused(CommonRefusal.TRY_AGAIN);
            }
            Proposal proposal = proposals.find(id).orElseThrow();
            if (proposal.progress().closedAt().isEmpty()) {
                dropFrom(proposal, gone, now);
            }
        }
    }

    /** How many votes are open. */
    public int countOpen(BodyRef flood, Instant now) {
        return open(flood, now).size();
    }

    private Set<UUID> open(BodyRef flood, Instant now) {
        return proposals.voting(flood, now).stream().map(Proposal::id).collect(Collectors.toSet());
    }

    private void dropFrom(Proposal proposal, Set<UUID> gone, Instant now) {
        UUID id = proposal.id();
        List<UUID> dropping = proposals.seats(id).stream()
                .map(Seat::member)
                .distinct()
                .filter(gone::contains)
                .toList();
        if (dropping.isEmpty()) {
            return;
        }
        dropping.forEach(member -> proposals.drop(id, member, now));
        ballots.touch(id);
        List<RosterPart> left = proposals.parts(id);
        takeBack(id, left, now);
        proposals.shrink(id, rosters.countPeople(left));
    }

    private void takeBack(UUID proposal, List<RosterPart> left, Instant now) {
        UUID after = FIRST;
        List<Ballot> page;
        do {
            page = ballots.counted(proposal, after, PAGE);
            Map<UUID, List<Integer>> places =
                    rosters.places(left, page.stream().map(Ballot::person).toList());
            page.stream()
                    .filter(ballot ->
                            places.getOrDefault(ballot.person(), List.of()).isEmpty())
                    .forEach(ballot -> ballots.append(proposal, takenBack(ballot, now), ballot.choice()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).person();
        } while (page.size() == PAGE);
    }

    private Ballot takenBack(Ballot ballot, Instant now) {
        return new Ballot(ballot.person(), ballot.revision() + 1, Optional.empty(), "", false, ids.newSecret(), now);
    }
}
