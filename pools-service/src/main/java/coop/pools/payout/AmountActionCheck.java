package coop.pools.payout;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.treasury.TreasuryRefusal;
import java.util.Map;

/** Refuses to promise, move or put aside more at once than could ever be paid at once. */
public final class AmountActionCheck implements ActionCheck {
    /** A limit of the processor: at most eight digits, as it counts; in some currencies those are more of ours. */
    static final long MOST_MINOR = 99_999_999;

    /** @throws Refused AMOUNT_TOO_LARGE */
    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.FundFlood fund) {
            require("action.amount", fund.amount());
        } else if (action instanceof Action.Allocate allocate) {
            require("action.amount", allocate.amount());
        } else if (action instanceof Action.Pledge pledge) {
            require("action.amount", pledge.amount());
            pledge.most().ifPresent(most -> require("action.most", most));
        } else if (action instanceof Action.Round round) {
            round.order().opening().ifPresent(AmountActionCheck::check);
        }
    }

    private static void check(RoundOrder.Open round) {
        require("action.pot", round.pot());
        round.lines().forEach(line -> {
            require("action.buckets.target", line.target());
            line.minimum().ifPresent(minimum -> require("action.buckets.minimum", minimum));
        });
    }

    static void require(String field, Money amount) {
        long largestCharge = ChargeCurrencies.limits(amount.currency()).maximumMinor();
        Money most = new Money(Math.max(MOST_MINOR, largestCharge), amount.currency());
        if (amount.isMoreThan(most)) {
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_LARGE, Map.of("field", field, "maximum", most));
        }
    }
}
