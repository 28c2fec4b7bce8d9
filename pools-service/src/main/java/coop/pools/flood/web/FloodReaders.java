package coop.pools.flood.web;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.custody.ReadCustody;
import coop.pools.flood.Custody;
import coop.pools.flood.FloodView;
import coop.pools.flood.Member;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.ReadHomecoming;
import coop.pools.flood.ReadHomecoming.Merging;
import coop.pools.flood.ReadPledges;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.ReadSwarm;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.web.FloodPage.OpenVote;
import coop.pools.flood.web.FloodPage.Visitor;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.ReadProposals.Sought;
import coop.pools.governance.ReadStanding;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.web.VoteLine;
import coop.pools.kernel.Caller;
import coop.pools.ledger.ReadBook;
import coop.pools.payout.ReadHandOvers;
import coop.pools.payout.domain.Coming;
import coop.pools.round.ReadRounds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read about Floods, grouped for the edge. */
public record FloodReaders(
        ReadFloods floods,
        ReadSwarm swarm,
        ReadPledges pledges,
        ReadProposals proposals,
        ReadBook books,
        ReadBylaws bylaws,
        ReadRounds rounds,
        ReadStanding standings,
        Holders holders) {
    private static final int MOST_RUNNING = 20;

    /** Who keeps the money of Pools, what cannot go out for it, and who carries out. */
    public record Holders(
            Custody custody,
            ReadCustody accounts,
            ReadHomecoming mergers,
            StewardLines stewards,
            ReadHandOvers handOvers) {}

    FloodView view(String slug) {
        return floods.view(floods.bySlug(slug));
    }

    /** Open ones first. */
    List<Pledged> pledged(Flood flood) {
        return pledges.ofFlood(flood);
    }

    /** What Pools with accounts of their own give, and has not arrived yet. */
    List<Coming> coming(Flood flood) {
        return holders.handOvers().coming(flood.id());
    }

    /** The names of those whose stopped payouts keep back what is kept for the Flood; may be empty. */
    List<String> stopping(FloodView view) {
        Member flood = Member.of(view.flood());
        return view.joined().stream()
                .filter(place -> place.standing().earmarked().isPositive())
                .flatMap(place -> holders.custody().stopping(flood, place.pool()).stream())
                .map(Member::name)
                .distinct()
                .toList();
    }

    /** What this Flood has agreed with others about becoming one, and what is left of it to be decided elsewhere. */
    List<MergerLine> mergers(Flood flood, Instant now) {
        List<Merging> all = holders.mergers().mergers(flood);
        Map<Merging, Sought> waiting = all.stream()
                .filter(merging -> !merging.done() && merging.ours().isPresent() && flood.state() == FloodState.ACTIVE)
                .collect(Collectors.toMap(merging -> merging, merging -> answer(flood, merging)));
        Map<Sought, ProposalView> votes = proposals.running(Set.copyOf(waiting.values()));
        return all.stream()
                .flatMap(merging -> merging.done()
                        ? Stream.of(MergerLine.done(merging)).filter(line -> merging.ends())
                        : Optional.ofNullable(waiting.get(merging)).map(votes::get).stream()
                                .map(vote -> MergerLine.waiting(merging, VoteLine.of(vote, now))))
                .toList();
    }

    /** The other Flood's vote on it. It may have had one that did not pass. */
    private static Sought answer(Flood flood, Merging merging) {
        Action action =
                merging.ends() ? new Action.FloodAction.TakeIn(flood.id()) : new Action.FloodAction.Merge(flood.id());
        return new Sought(BodyRef.flood(merging.other().id()), action);
    }

    List<ProposalView> running(Flood flood) {
        return proposals.running(BodyRef.flood(flood.id()), MOST_RUNNING);
    }

    /** What the Flood decides, and the caller's Pools about it, with what the caller has to do; what waits goes first. */
    List<OpenVote> votes(Caller caller, FloodView view, Visitor visitor, Instant now) {
        Flood flood = view.flood();
        Set<UUID> invitations =
                view.pools().stream().map(PoolInFlood::invitation).collect(Collectors.toSet());
        Stream<OpenVote> here = running(flood).stream().map(vote -> vote(caller, vote, "", now));
        Stream<OpenVote> inPools = visitor.pools().stream()
                .filter(pool -> pool.currency().equals(flood.currency()))
                .flatMap(pool -> proposals.running(BodyRef.pool(pool.id()), MOST_RUNNING).stream()
                        .filter(vote -> isAbout(vote.proposal().action(), flood.id()))
                        .filter(vote -> !invitations.contains(vote.proposal().id()))
                        .map(vote -> vote(caller, vote, pool.name(), now)));
        return Stream.concat(here, inPools)
                .sorted(Comparator.comparing(vote -> !vote.waiting()))
                .toList();
    }

    private static boolean isAbout(Action action, UUID flood) {
        return action instanceof Action.JoinFlood join && join.flood().equals(flood)
                || action instanceof Action.FundFlood fund && fund.flood().equals(flood)
                || action instanceof Action.Pledge pledge && pledge.flood().equals(flood)
                || action instanceof Action.LeaveFlood leave && leave.flood().equals(flood);
    }

    private OpenVote vote(Caller caller, ProposalView view, String where, Instant now) {
        boolean open = view.state() == ProposalState.VOTING;
        if (!open || caller.reader().isEmpty()) {
            return new OpenVote(VoteLine.of(view, now), where, false, false);
        }
        ReadStanding.Standing mine = standings.of(caller, view.proposal().id());
        boolean voted = mine.ballot().isPresent();
        return new OpenVote(VoteLine.of(view, now), where, mine.elector() && !voted, voted);
    }

    /** The votes of those that have not decided yet whether they join, by id. */
    Map<UUID, OpenVote> invitations(Caller caller, FloodView view, Instant now) {
        return view.pools().stream()
                .filter(place -> place.place() == PoolInFlood.Place.INVITED)
                .map(place -> vote(caller, proposals.one(place.invitation()), "", now))
                .collect(Collectors.toMap(invited -> invited.vote().id(), invited -> invited, (one, same) -> one));
    }

    /** Somebody who looks at a Flood's page. */
    Visitor visitor(UUID person) {
        List<MemberPool> pools = floods.poolsOf(person);
        Set<UUID> places = Stream.concat(
                        pools.stream().map(MemberPool::id),
                        floods.activeOf(person).stream().map(Flood::id))
                .collect(Collectors.toSet());
        Set<UUID> holdThemselves = pools.stream()
                .map(MemberPool::id)
                .filter(pool -> holders.accounts().own(pool).isPresent())
                .collect(Collectors.toSet());
        return new Visitor(pools, places, holdThemselves);
    }
}
