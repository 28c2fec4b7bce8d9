package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Founds a Flood: its book, its compact, and a vote in every Pool that is named. No Pool is in it before its own vote.
 *
 * <p>Refuses with {@link CommonRefusal#INVALID_FIELD} for the name and the purpose, as {@link NamedPools#check} does,
 * with {@link coop.pools.bylaws.domain.BylawsRefusal#UNKNOWN_RULE} and
 * {@link coop.pools.bylaws.domain.BylawsRefusal#RULE_OUT_OF_RANGE} for the compact, and with
 * {@link GovernanceRefusal#ID_TAKEN}.
 */
public final class FoundFlood {
    private final Transactions transactions;
    private final FloodStore floods;
    private final NamedPools namedPools;
    private final OpenFlood openFlood;
    private final InvitePools invitePools;

    public FoundFlood(
            Transactions transactions,
            FloodStore floods,
            NamedPools namedPools,
            OpenFlood openFlood,
            InvitePools invitePools) {
        this.transactions = transactions;
        this.floods = floods;
        this.namedPools = namedPools;
        this.openFlood = openFlood;
        this.invitePools = invitePools;
    }

    /** The Flood under this id; asking again with the id answers the one that exists. */
    public Flood found(Caller caller, UUID id, NewFlood wish) {
        UUID founder = caller.require(Scope.ORGANISE);
        NewFlood tidy = new NewFlood(
                OpenFlood.line("name", wish.name(), 80),
                OpenFlood.line("purpose", wish.purpose(), 600),
                wish.currency(),
                wish.pools(),
                wish.floods(),
                wish.compact());
        return transactions.inTransaction(() -> {
            Optional<Flood> existing = floods.find(id);
            return existing.isPresent() ? same(existing.get(), founder) : create(founder, id, tidy);
        });
    }

    private Flood create(UUID founder, UUID id, NewFlood wish) {
        List<Member> pools = namedPools.check(founder, wish);
        Optional<Flood> opened = openFlood.open(founder, id, wish);
        if (opened.isEmpty()) {
            return same(floods.find(id).orElseThrow(), founder);
        }
        invitePools.invite(opened.get(), pools);
        return opened.get();
    }

    private static Flood same(Flood existing, UUID founder) {
        if (!existing.founder().equals(founder)) {
            throw new Refused(GovernanceRefusal.ID_TAKEN);
        }
        return existing;
    }
}
