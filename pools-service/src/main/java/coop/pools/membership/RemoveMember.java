package coop.pools.membership;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.membership.domain.Membership;
import java.util.Map;
import java.util.UUID;

/**
 * Carries out a vote that puts a member out, with what leaving members get. They come back only by a vote. Runs in the
 * transaction of the enactment.
 */
public final class RemoveMember {
    private final Transactions transactions;
    private final Roster roster;
    private final Exits exits;
    private final Notices notices;

    public RemoveMember(Transactions transactions, Roster roster, Exits exits, Notices notices) {
        this.transactions = transactions;
        this.roster = roster;
        this.exits = exits;
        this.notices = notices;
    }

    /** Refused with {@link MembershipRefusal#NOT_A_MEMBER} when they have left already. */
    public void remove(UUID proposal, UUID pool, UUID person) {
        transactions.inTransaction(() -> {
            Roster.Held held = roster.hold(pool);
            Membership stay = held.present(person).orElseThrow(() -> new Refused(MembershipRefusal.NOT_A_MEMBER));
            held.remove(person, proposal);
            exits.settle(stay, Exits.Reason.REMOVED);
            notices.tell(
                    IdSource.derivedId("member-removed", proposal.toString(), person.toString()),
                    person,
                    new Notices.Notice("MEMBER_REMOVED", Map.of(), "/proposals/" + proposal));
        });
    }
}
