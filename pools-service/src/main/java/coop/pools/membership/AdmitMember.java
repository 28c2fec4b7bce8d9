package coop.pools.membership;

import coop.pools.kernel.Transactions;
import java.util.UUID;

/** Carries out a vote that lets somebody in who asked. Runs in the transaction of the enactment. */
public final class AdmitMember {
    private final Transactions transactions;
    private final Roster roster;
    private final JoinTerms terms;

    public AdmitMember(Transactions transactions, Roster roster, JoinTerms terms) {
        this.transactions = transactions;
        this.roster = roster;
        this.terms = terms;
    }

    /** Somebody who is a member already stays one. Refused with POOL_FULL. */
    public void admit(UUID pool, UUID person) {
        transactions.inTransaction(() -> {
            Roster.Held held = roster.hold(pool);
            if (held.present(person).isEmpty()) {
                held.enter(person, terms.memberCap(pool));
            }
        });
    }
}
