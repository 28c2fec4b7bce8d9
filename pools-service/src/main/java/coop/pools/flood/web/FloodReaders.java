package coop.pools.flood.web;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.flood.Custody;
import coop.pools.flood.FloodView;
import coop.pools.flood.Member;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.ReadPledges;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.ReadSwarm;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.BodyRef;
import coop.pools.ledger.ReadBook;
import coop.pools.round.ReadRounds;
import java.util.List;

/** What people read about Floods, grouped for the edge. */
public record FloodReaders(
        ReadFloods floods,
        ReadSwarm swarm,
        ReadPledges pledges,
        ReadProposals proposals,
        ReadBook books,
        ReadBylaws bylaws,
        ReadRounds rounds,
        Custody custody) {
    private static final int MOST_RUNNING = 20;

    FloodView view(String slug) {
        return floods.view(floods.bySlug(slug));
    }

    /** Open ones first. */
    List<Pledged> pledged(Flood flood) {
        return pledges.ofFlood(flood);
    }

    /** The names of those whose stopped payouts keep back what is kept for the Flood; may be empty. */
    List<String> stopping(FloodView view) {
        Member flood = Member.of(view.flood());
        return view.joined().stream()
                .filter(place -> place.standing().earmarked().isPositive())
                .flatMap(place -> custody.stopping(flood, place.pool()).stream())
                .map(Member::name)
                .distinct()
                .toList();
    }

    List<ProposalView> running(Flood flood) {
        return proposals.running(BodyRef.flood(flood.id()), MOST_RUNNING);
    }
}
