package coop.pools.membership;

import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Shows somebody who asked to be let in where that stands. */
public final class ReadRequest {
    private final AdmissionStore requests;
    private final ReadProposals proposals;

    public ReadRequest(AdmissionStore requests, ReadProposals proposals) {
        this.requests = requests;
        this.proposals = proposals;
    }

    /** The caller's own; empty when they want nothing, or not any more. */
    public Optional<Request> of(Caller caller, UUID pool) {
        return caller.reader()
                .flatMap(person -> requests.latest(pool, person))
                .filter(AdmissionStore.Asked::stands)
                .map(asked -> new Request(
                        asked.proposalId(),
                        asked.askedAt(),
                        proposals.one(asked.proposalId()).state()));
    }

    /**
     * A request that stands.
     *
     * @param state of the vote on it; after a no members may still propose to let the person in
     */
    public record Request(UUID proposal, Instant askedAt, ProposalState state) {
        /** Whether the vote on it is still to be decided or carried out. */
        public boolean runs() {
            return AskToJoin.RUNNING.contains(state);
        }
    }
}
