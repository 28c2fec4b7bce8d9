package coop.pools.flood;

import coop.pools.flood.PoolInFlood.Place;
import coop.pools.flood.PoolInFlood.Standing;
import coop.pools.flood.ReadLevels.Above;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Invitation;
import coop.pools.flood.domain.Stay;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Balances;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what each Pool has in a Flood, and where it stands with it. */
public final class ReadStakes {
    private static final Set<ProposalState> NO =
            Set.of(ProposalState.REJECTED, ProposalState.EXPIRED, ProposalState.BLOCKED, ProposalState.WITHDRAWN);

    private final FloodStore floods;
    private final Members members;
    private final Ledger ledger;
    private final ReadProposals proposals;
    private final ReadLevels levels;

    public ReadStakes(FloodStore floods, Members members, Ledger ledger, ReadProposals proposals, ReadLevels levels) {
        this.levels = levels;
        this.floods = floods;
        this.members = members;
        this.ledger = ledger;
        this.proposals = proposals;
    }

    /** A member's part of what its Flood has in larger ones. */
    List<Above> above(Member member, Flood flood) {
        return levels.above(member, flood);
    }

    Balances balances(Flood flood) {
        return ledger.balances(flood.id());
    }

    /** Every Pool that was invited, those that belong to the Flood first, then by name. */
    List<PoolInFlood> of(Flood flood) {
        List<Invitation> invitations = floods.invitations(flood.id());
        Map<UUID, Member> found =
                members.byIds(invitations.stream().map(Invitation::pool).toList());
        List<Stay> stays = floods.stays(flood.id());
        Map<String, Money> accounts = ledger.accountBalances(flood.id());
        return invitations.stream()
                .map(invitation -> read(flood, invitation, found.get(invitation.pool()), stays, accounts))
                .sorted(Comparator.comparing((PoolInFlood place) -> !place.isJoined())
                        .thenComparing(place -> place.pool().name())
                        .thenComparing(place -> place.pool().slug()))
                .toList();
    }

    private PoolInFlood read(
            Flood flood, Invitation invitation, Member pool, List<Stay> stays, Map<String, Money> accounts) {
        Optional<Stay> last =
                stays.stream().filter(stay -> stay.pool().equals(pool.id())).reduce((earlier, later) -> later);
        Money none = Money.zero(Currency.getInstance(flood.currency()));
        return new PoolInFlood(
                pool,
                last.map(stay -> place(stay, invitation)).orElseGet(() -> asked(invitation)),
                Standing.of(Holding.of(accounts, pool.key(), none)),
                invitation.proposal(),
                last,
                List.of());
    }

    private static Place place(Stay last, Invitation invitation) {
        if (last.isPresent()) {
            return Place.JOINED;
        }
        return invitation.isGood() ? Place.LEFT : Place.PARTED;
    }

    private Place asked(Invitation invitation) {
        return NO.contains(proposals.one(invitation.proposal()).state()) ? Place.DECLINED : Place.INVITED;
    }
}
