package coop.pools.membership;

import coop.pools.governance.AskAdmission;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever asked to be let in takes it back, at any time until they are in: before the vote the proposal is withdrawn,
 * later the vote goes on and lets nobody in. After a no it ends what else would last, so that no member can propose them
 * again before they ask again.
 */
public final class TakeRequestBack {
    private final Transactions transactions;
    private final AdmissionStore requests;
    private final Roster roster;
    private final AskAdmission ask;
    private final Clock clock;

    public TakeRequestBack(
            Transactions transactions, AdmissionStore requests, Roster roster, AskAdmission ask, Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.roster = roster;
        this.ask = ask;
        this.clock = clock;
    }

    /**
     * Nothing happens when no request stands.
     *
     * @throws Refused ALREADY_A_MEMBER when a vote has just let them in
     */
    public void takeBack(Caller caller, UUID pool) {
        UUID person = caller.require(Scope.VOTE);
        transactions.inTransaction(() -> {
            Optional<AdmissionStore.Asked> asked = requests.latest(pool, person).filter(AdmissionStore.Asked::stands);
            // The proposal before the roster, as the enactment holds them.
            asked.ifPresent(request -> ask.takeBack(request.proposalId()));
            asked.ifPresent(request -> withdraw(pool, person, request));
        });
    }

    private void withdraw(UUID pool, UUID person, AdmissionStore.Asked request) {
        if (roster.hold(pool).present(person).isPresent()) {
            throw new Refused(MembershipRefusal.ALREADY_A_MEMBER);
        }
        requests.withdraw(request.proposalId(), clock.instant());
    }
}
