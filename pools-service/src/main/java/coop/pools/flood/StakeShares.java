package coop.pools.flood;

import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Invitation;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.Reversals;
import coop.pools.payout.domain.Payout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who gave what to a Flood's payment, as the book tells it from the moment when the money was set aside. Called inside
 * a transaction that holds the Flood.
 */
public final class StakeShares {
    private final FloodStore floods;
    private final Members members;
    private final Ledger ledger;

    public StakeShares(FloodStore floods, Members members, Ledger ledger) {
        this.floods = floods;
        this.members = members;
        this.ledger = ledger;
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
                shares.add(drawn.get(i).of(parts.get(i)));
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
                .filter(entry ->
                        entry.debit().startsWith("assets:") && entry.credit().equals(share.source()))
                .map(Entry::amount)
                .reduce(Money.zero(payout.amount().currency()), Money::plus);
    }

    /** The shares as they were drawn when the payout was set aside; Pools that have left since are among them. */
    List<Share> drawnFor(Payout payout) {
        UUID flood = payout.body().id();
        List<UUID> invited =
                floods.invitations(flood).stream().map(Invitation::pool).toList();
        Map<String, Share> byAccount = new HashMap<>();
        Money none = Money.zero(payout.amount().currency());
        for (Member member : members.byIds(invited).values()) {
            for (Fund fund : Fund.values()) {
                byAccount.put(fund.committed(member.key()), new Share(member, fund, none, Optional.empty()));
            }
        }
        List<Share> shares = ledger.entriesOf(flood, FloodPayoutBooks.RESERVED, payout.id()).stream()
                .filter(entry -> byAccount.containsKey(entry.credit()))
                .map(entry -> byAccount.get(entry.credit()).of(entry.amount()).outOf(entry.debit()))
                .toList();
        Money sum = shares.stream().map(Share::amount).reduce(none, Money::plus);
        if (!sum.equals(payout.amount())) {
            throw new IllegalStateException("of payout " + payout.id() + " was set aside " + sum);
        }
        return shares;
    }
}
