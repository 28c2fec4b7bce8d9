package coop.pools.membership;

import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.util.UUID;

/** Carries out a vote that lets somebody in who asked. Runs in the transaction of the enactment. */
public final class AdmitMember {
    private final Transactions transactions;
    private final Roster roster;
    private final JoinTerms terms;
    private final AdmissionStore requests;

    public AdmitMember(Transactions transactions, Roster roster, JoinTerms terms, AdmissionStore requests) {
        this.requests = requests;
        this.transactions = transactions;
        this.roster = roster;
        this.terms = terms;
    }

    /**
     * Somebody who is a member already stays one.
     *
     * @throws Refused POOL_FULL, or REQUEST_WITHDRAWN when the person does not want it any more
     */
    public void admit(UUID pool, UUID person) {
        transactions.inTransaction(() -> {
            Roster.Held held = roster.hold(pool);
            if (held.present(person).isEmpty()) {
                requests.latest(pool, person)
                        .filter(AdmissionStore.Asked::stands)
                        .orElseThrow(() -> new Refused(MembershipRefusal.REQUEST_WITHDRAWN));
                held.enter(person, terms.memberCap(pool));
            }
        });
    }
}
