package coop.pools.governance;

import static coop.pools.governance.Village.PAY;
import static coop.pools.governance.Village.draft;
import static coop.pools.governance.Village.member;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Refused;
import java.util.Optional;
import java.util.UUID;

/** Proposals of a village's first member, led to any state. */
public final class StandingProposals {
    private static final int AUTHOR = 1;

    private StandingProposals() {}

    /** As it is kept, drafts too. */
    public static Optional<Proposal> kept(Village village, UUID id) {
        return village.proposals.find(id).or(() -> village.preparations.draft(id, VillageBodies.person(AUTHOR)));
    }

    /** A payment in this state. */
    public static UUID in(Village village, ProposalState state) {
        return in(village, state, PAY);
    }

    /** The same of any action. */
    public static UUID in(Village village, ProposalState state, Action action) {
        UUID id = village.ids.newId();
        if (state == ProposalState.DRAFT) {
            return village.save.save(member(AUTHOR), id, draft(action)).id();
        }
        village.propose.propose(member(AUTHOR), id, draft(action));
        switch (state) {
            case DISCUSSION -> {}
            case WITHDRAWN -> village.withdraw.withdraw(member(AUTHOR), id);
            default -> lead(village, id, state);
        }
        assertThat(village.state(id)).isEqualTo(state);
        return id;
    }

    private static void lead(Village village, UUID id, ProposalState state) {
        village.hours(48);
        village.openDue.run(50);
        switch (state) {
            case VOTING -> {
                return;
            }
            case REJECTED -> village.vote(id, Choice.DISAGREE, 1, 2, 3);
            case EXPIRED -> village.vote(id, Choice.AGREE, 1, 2);
            default -> village.vote(id, Choice.AGREE, 1, 2, 3);
        }
        village.hours(120);
        village.closeDue.run(50);
        if (state == ProposalState.DECIDED || state == ProposalState.ENACTED || state == ProposalState.BLOCKED) {
            village.hours(24);
        }
        if (state == ProposalState.ENACTED) {
            village.decisions.markEnacted(id, village.clock.instant());
        }
        if (state == ProposalState.BLOCKED) {
            village.decisions.markBlocked(
                    id, new Refused(GovernanceRefusal.AMOUNT_NOT_POSITIVE), village.clock.instant());
        }
    }
}
