package coop.pools.governance;

import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.ProposalState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether a passed proposal has to wait because of a concern: until it is answered, or the members have voted on it. */
public final class Holds {
    private static final Set<ProposalState> ENDED = EnumSet.of(
            ProposalState.REJECTED,
            ProposalState.EXPIRED,
            ProposalState.ENACTED,
            ProposalState.BLOCKED,
            ProposalState.WITHDRAWN);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final DisputeStore store;
    private final ReadProposals read;

    public Holds(DisputeStore store, ReadProposals read) {
        this.store = store;
        this.read = read;
    }

    /** When to look again; empty when nothing holds it up. */
    Optional<Instant> until(UUID proposal, Instant now) {
        return store.find(proposal).flatMap(dispute -> until(dispute, now));
    }

    private Optional<Instant> until(Dispute dispute, Instant now) {
        if (dispute.isOpen(now)) {
            return Optional.of(dispute.pausedUntil());
        }
        boolean asked = dispute.answer().filter(Dispute.Answer.REFER::equals).isPresent();
        boolean waits =
                asked && !ENDED.contains(read.one(dispute.next().orElseThrow()).state());
        return waits ? Optional.of(now.plus(LOOK_AGAIN)) : Optional.empty();
    }
}
