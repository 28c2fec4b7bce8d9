package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one share of a charge has to stand at in its Pool's book: a pure function of the facts, so that it cannot depend
 * on the order in which they became known.
 *
 * @param debits what stands on each account by this share, debits above zero, credits below; together with
 *     {@code spendable} they add up to zero
 * @param spendable what it has put into spendable money; below zero what it has drawn from there
 */
public record Position(Map<String, Money> debits, Money spendable) {

    /** The positions of all shares of a charge, in their order. */
    public static List<Position> of(Charge charge) {
        List<Share> shares = charge.shares();
        if (!charge.paid()) {
            return Collections.nCopies(shares.size(), new Position(Map.of(), charge.nothing()));
        }
        Parts parts = Parts.of(charge, shares.stream().map(Share::amount).toList());
        List<Position> positions = new ArrayList<>(shares.size());
        for (int i = 0; i < shares.size(); i++) {
            positions.add(of(shares.get(i), i, parts));
        }
        return positions;
    }

    private static Position of(Share share, int i, Parts parts) {
        Money nothing = Money.zero(share.amount().currency());
        Money refunded = parts.refunded.get(i);
        Money reserved = parts.leaving.get(i).minus(refunded);
        Money owed = parts.lost.get(i);
        Money disputed = parts.disputed.get(i).minus(owed);
        Money left = share.amount()
                .minus(parts.fee.get(i))
                .minus(parts.leaving.get(i))
                .minus(parts.disputed.get(i))
                .minus(parts.disputeFees.get(i));
        boolean waits = !share.released() && left.isPositive();
        Map<String, Money> debits = new LinkedHashMap<>();
        debits.put(Accounts.CONTRIBUTIONS, refunded.minus(share.amount()));
        debits.put(Accounts.CARD_FEES, parts.fee.get(i));
        debits.put(Accounts.DISPUTE_FEES, parts.disputeFees.get(i));
        debits.put(Accounts.DISPUTED, disputed);
        debits.put(Accounts.OWED_BY_CONTRIBUTORS, owed);
        debits.put(Accounts.RESERVED, reserved);
        debits.put(Accounts.PENDING, waits ? left : nothing);
        return new Position(debits, waits ? nothing : left);
    }

    /** What has to be booked to come from another position to this one; without {@link #spendable}. */
    Map<String, Money> since(Position before) {
        Map<String, Money> changes = new LinkedHashMap<>();
        debits.forEach((account, debit) -> {
            Money earlier = before.debits.getOrDefault(account, Money.zero(debit.currency()));
            if (!debit.equals(earlier)) {
                changes.put(account, debit.minus(earlier));
            }
        });
        return changes;
    }

    /** What of the card fee falls on each share: by the amounts; what does not divide evenly falls on the platform, so that no tip lessens what Pools get. */
    static List<Money> fees(Charge charge) {
        Money fee = charge.fee().orElse(charge.nothing());
        List<Money> pools = only(charge, true);
        Money extra = charge.extra();
        if (extra.isZero()) {
            return GrowingSplit.of(fee, pools);
        }
        List<Money> others = only(charge, false);
        Money platform = Extra.feeOn(extra, charge.amount(), fee);
        List<Money> theirs = GrowingSplit.of(platform, others);
        List<Money> ours = GrowingSplit.of(fee.minus(platform), pools);
        return IntStream.range(0, theirs.size())
                .mapToObj(i -> ours.get(i).plus(theirs.get(i)))
                .toList();
    }

    /** The amounts of one side, nothing for the other. */
    private static List<Money> only(Charge charge, boolean ofPools) {
        return charge.shares().stream()
                .map(share -> share.isOfPool() == ofPools ? share.amount() : charge.nothing())
                .toList();
    }

    /** Every total of the charge, apportioned. Disputes fall on what refunds have left of each share. */
    private record Parts(
            List<Money> fee,
            List<Money> refunded,
            List<Money> leaving,
            List<Money> disputed,
            List<Money> lost,
            List<Money> disputeFees) {
        static Parts of(Charge charge, List<Money> amounts) {
            List<Money> leaving = GrowingSplit.of(charge.refunded().plus(charge.reserved()), amounts);
            List<Money> rest = left(amounts, leaving);
            Money lost = charge.disputed(true);
            return new Parts(
                    Position.fees(charge),
                    GrowingSplit.of(charge.refunded(), amounts),
                    leaving,
                    GrowingSplit.of(charge.disputed(false).plus(lost), rest),
                    GrowingSplit.of(lost, rest),
                    GrowingSplit.of(charge.disputeFees(), amounts));
        }

        /** What refunds leave of each share; the shares themselves when nothing is left at all. */
        private static List<Money> left(List<Money> amounts, List<Money> leaving) {
            List<Money> rest = new ArrayList<>();
            for (int i = 0; i < amounts.size(); i++) {
                Money left = amounts.get(i).minus(leaving.get(i));
                rest.add(left.isPositive() ? left : Money.zero(left.currency()));
            }
            return rest.stream().anyMatch(Money::isPositive) ? rest : amounts;
        }
    }
}
