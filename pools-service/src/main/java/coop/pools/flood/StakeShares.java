package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Invitation;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.LedgerRefusal;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.Reversals;
import coop.pools.payout.domain.Payout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who gives what to a Flood's payment: each stake in proportion to what it holds at that moment, to the cent (largest
 * remainder; ties go to the lower Pool id). Called inside a transaction that holds the Flood.
 */
public final class StakeShares {
    private final FloodStore floods;
    private final MemberPools pools;
    private final Ledger ledger;

    public StakeShares(FloodStore floods, MemberPools pools, Ledger ledger) {
        this.floods = floods;
        this.pools = pools;
        this.ledger = ledger;
    }

    /**
     * Divides an amount over the present stakes, in the order of the Pools' ids.
     *
     * @throws Refused {@link LedgerRefusal#INSUFFICIENT_FUNDS} when the stakes together are less
     */
    List<Share> split(Flood flood, Money amount) {
        List<UUID> ids = floods.joinedPools(flood.id());
        Map<UUID, MemberPool> joined = pools.byIds(ids);
        Map<String, Money> balances = ledger.accountBalances(flood.id());
        Money none = Money.zero(amount.currency());
        List<Money> stakes = ids.stream()
                .map(id -> balances.getOrDefault(Accounts.stakeOf(joined.get(id).slug()), none))
                .toList();
        if (amount.isMoreThan(stakes.stream().reduce(none, Money::plus))) {
            throw new Refused(
                    LedgerRefusal.INSUFFICIENT_FUNDS,
                    Map.of("account", Accounts.AVAILABLE, "amountMinor", amount.minorUnits()));
        }
        List<Money> parts = MoneySplit.byWeights(
                amount, stakes.stream().map(Money::minorUnits).toList());
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isPositive()) {
                shares.add(new Share(joined.get(ids.get(i)), parts.get(i)));
            }
        }
        return shares;
    }

    /**
     * Who gets how much of a part that came back: in proportion to what each has not got back yet, so that in the end
     * each has what it gave.
     */
    List<Share> returning(Payout payout, Money part) {
        List<Share> drawn = drawnFor(payout);
        List<Long> left = new ArrayList<>();
        for (Share share : drawn) {
            left.add(share.amount().minus(cameBack(payout, share)).minorUnits());
        }
        List<Money> parts = MoneySplit.byWeights(part, left);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isPositive()) {
                shares.add(new Share(drawn.get(i).pool(), parts.get(i)));
            }
        }
        return shares;
    }

    /** What is booked of a payout as having come back. */
    Money returned(Payout payout) {
        return drawnFor(payout).stream()
                .map(share -> cameBack(payout, share))
                .reduce(Money.zero(payout.amount().currency()), Money::plus);
    }

    /** To one Pool's stake; from there it goes home when the Pool has left. */
    private Money cameBack(Payout payout, Share share) {
        return Reversals.parts(ledger, payout).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.credit().equals(share.stake()))
                .map(Entry::amount)
                .reduce(Money.zero(payout.amount().currency()), Money::plus);
    }

    /** The shares as they were drawn when the payout was set aside; Pools that have left since are among them. */
    List<Share> drawnFor(Payout payout) {
        UUID flood = payout.body().id();
        List<UUID> invited =
                floods.invitations(flood).stream().map(Invitation::pool).toList();
        Map<String, MemberPool> byAccount = pools.byIds(invited).values().stream()
                .collect(Collectors.toMap(pool -> Accounts.committedBy(pool.slug()), Function.identity()));
        List<Share> shares = ledger.entriesOf(flood, FloodPayoutBooks.RESERVED, payout.id()).stream()
                .filter(entry -> byAccount.containsKey(entry.credit()))
                .map(entry -> new Share(byAccount.get(entry.credit()), entry.amount()))
                .toList();
        Money sum = shares.stream()
                .map(Share::amount)
                .reduce(Money.zero(payout.amount().currency()), Money::plus);
        if (!sum.equals(payout.amount())) {
            throw new IllegalStateException("of payout " + payout.id() + " was set aside " + sum);
        }
        return shares;
    }
}
