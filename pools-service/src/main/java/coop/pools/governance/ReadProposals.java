package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads proposals as they stand now. What a body decides is public. */
public final class ReadProposals {
    /** Later than any proposal; where the newest-first list begins. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Clock clock;
    private final ProposalStore proposals;
    private final CountVotes count;
    private final TwoVotes twoVotes;

    public ReadProposals(Clock clock, ProposalStore proposals, CountVotes count, TwoVotes twoVotes) {
        this.clock = clock;
        this.proposals = proposals;
        this.count = count;
        this.twoVotes = twoVotes;
    }

    /** One proposal; refused with {@link CommonRefusal#NOT_FOUND}. */
    public ProposalView one(UUID id) {
        return proposals.find(id).map(this::view).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /**
     * A body's proposals, newest first.
     *
     * @param after the last proposal of the page before; unknown ones are refused with NOT_FOUND
     * @param limit at most 200
     */
    public Listing<ProposalView> of(BodyRef body, Optional<UUID> after, int limit) {
        Optional<Proposal> last = after.map(id -> proposals
                .find(id)
                .filter(p -> p.body().equals(body))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
        List<Proposal> rows = proposals.newest(
                body,
                last.map(Proposal::createdAt).orElse(END_OF_TIME),
                last.map(Proposal::id).orElse(new UUID(0, 0)),
                Listing.reach(limit));
        Listing<Proposal> page = Listing.of(rows, limit, Proposal::id);
        return new Listing<>(page.items().stream().map(this::view).toList(), page.next());
    }

    /** Proposals with a step still to come (to open, to close or to be carried out), the nearest first. */
    public List<ProposalView> running(BodyRef body, int limit) {
        return proposals.running(body, Math.min(limit, Listing.MOST)).stream()
                .map(this::view)
                .toList();
    }

    /** What a body could be deciding. */
    public record Sought(BodyRef body, Action action) {}

    /** Of what is sought, the nearest proposal with a step still to come; asked for all bodies at once. */
    public Map<Sought, ProposalView> running(Set<Sought> sought) {
        if (sought.isEmpty()) {
            return Map.of();
        }
        UUID[] bodies = sought.stream().map(one -> one.body().id()).distinct().toArray(UUID[]::new);
        String[] types =
                sought.stream().map(one -> one.action().type()).distinct().toArray(String[]::new);
        Map<Sought, ProposalView> found = new HashMap<>();
        for (Proposal proposal : proposals.runningOf(bodies, types, Listing.MOST)) {
            Sought one = new Sought(proposal.body(), proposal.action());
            if (sought.contains(one) && !found.containsKey(one)) {
                found.put(one, view(proposal));
            }
        }
        return found;
    }

    private ProposalView view(Proposal proposal) {
        Instant now = clock.instant();
        Optional<Outcome> outcome = proposal.progress()
                .outcome()
                .or(() -> proposal.progress()
                        .vote()
                        .filter(vote -> !now.isBefore(vote.closesAt()))
                        .map(vote -> count.over(proposal)));
        ProposalState state = ProposalState.of(proposal, outcome, now);
        return new ProposalView(
                proposal,
                state,
                outcome,
                twoVotes.of(proposal, state, outcome),
                twoVotes.wouldBeFirst(proposal, state));
    }
}
