package coop.pools.membership;

import coop.pools.governance.AskAdmission;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the members to let the caller in, where the bylaws want a vote or a vote has put the caller out. The asking is
 * their yes to the bylaws; the vote begins by itself. While one is on its way, asking again answers that one, also when
 * it was taken back in between.
 */
public final class AskToJoin {
    static final Set<ProposalState> RUNNING =
            Set.of(ProposalState.DISCUSSION, ProposalState.VOTING, ProposalState.COOLING_OFF, ProposalState.DECIDED);
    private static final Set<ProposalState> IN_VAIN =
            Set.of(ProposalState.REJECTED, ProposalState.EXPIRED, ProposalState.BLOCKED);
    /** So long after asking in vain one does not ask again. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private final Requests requests;
    private final Roster roster;
    private final JoinTerms terms;
    private final AskAdmission ask;
    private final ReadProposals proposals;

    public AskToJoin(Requests requests, Roster roster, JoinTerms terms, AskAdmission ask, ReadProposals proposals) {
        this.requests = requests;
        this.roster = roster;
        this.terms = terms;
        this.ask = ask;
        this.proposals = proposals;
    }

    /** Where requests are kept, and when. */
    public record Requests(Transactions transactions, AdmissionStore store, Clock clock) {}

    /**
     * The id of the proposal.
     *
     * @param sha256 of the text that was read; empty: the text in force
     * @param why Markdown for the members, may be empty
     * @throws Refused ALREADY_A_MEMBER, ADMISSION_IS_OPEN, ASKED_LATELY, BYLAWS_CHANGED, ID_TAKEN when a request that was taken
     *     back is sent once more, or what {@link AskAdmission}
     *     refuses
     */
    public UUID ask(Caller caller, UUID id, UUID pool, Optional<String> sha256, String why) {
        UUID person = caller.require(Scope.VOTE);
        return requests.transactions().inTurn(person, () -> {
            Roster.Held held = roster.hold(pool);
            if (held.present(person).isPresent()) {
                throw new Refused(MembershipRefusal.ALREADY_A_MEMBER);
            }
            if (!terms.admission(pool).equals(JoinTerms.BY_VOTE) && !held.wasRemoved(person)) {
                throw new Refused(MembershipRefusal.ADMISSION_IS_OPEN);
            }
            Instant now = requests.clock().instant();
            Optional<AdmissionStore.Asked> running =
                    requests.store().latest(pool, person).filter(asked -> runs(asked, now));
            if (running.isPresent()) {
                return running.get().stands()
                        ? running.get().proposalId()
                        : renewed(running.get(), person, pool, sha256);
            }
            terms.accept(pool, person, sha256);
            if (!requests.store().insert(id, pool, person, now)) {
                throw new Refused(GovernanceRefusal.ID_TAKEN);
            }
            return ask.ask(person, id, pool, why).id();
        });
    }

    private UUID renewed(AdmissionStore.Asked asked, UUID person, UUID pool, Optional<String> sha256) {
        terms.accept(pool, person, sha256);
        requests.store().renew(asked.proposalId(), requests.clock().instant());
        return asked.proposalId();
    }

    private boolean runs(AdmissionStore.Asked asked, Instant now) {
        ProposalState state = proposals.one(asked.proposalId()).state();
        Instant again = asked.askedAt().plus(PATIENCE);
        if (IN_VAIN.contains(state) && now.isBefore(again)) {
            throw new Refused(MembershipRefusal.ASKED_LATELY, Map.of("again", again));
        }
        return RUNNING.contains(state);
    }
}
