package coop.pools.payout;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.payout.domain.Payee;
import coop.pools.treasury.TreasuryRefusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Refuses payments that could never be made: to a payee of another Pool or Flood, in another currency, or of an amount
 * that cannot be sent in it. Asked inside transactions too, so it goes by the table of currencies itself. Whether the
 * payee is ready and the money is there is asked when the payment is carried out.
 */
public final class PayeeActionCheck implements ActionCheck {
    private final PayeeStore payees;
    private final Bodies bodies;

    public PayeeActionCheck(PayeeStore payees, Bodies bodies) {
        this.payees = payees;
        this.bodies = bodies;
    }

    /** @throws Refused WRONG_CURRENCY, AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, AMOUNT_NOT_A_MULTIPLE or UNKNOWN_PAYEE */
    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.Pay pay) {
            check(body, pay);
        }
    }

    /** The member who would be paid. */
    @Override
    public List<UUID> parties(BodyRef body, Action action) {
        return action instanceof Action.Pay pay
                ? payees.find(pay.payee()).flatMap(Payee::person).stream().toList()
                : List.of();
    }

    private void check(BodyRef body, Action.Pay pay) {
        String currency = bodies.read(body).currency();
        Money amount = pay.amount();
        if (!amount.currency().getCurrencyCode().equals(currency)) {
            throw new Refused(TreasuryRefusal.WRONG_CURRENCY, Map.of("field", "action.amount", "currency", currency));
        }
        if (!amount.isPositive()) {
            Money least = new Money(1, amount.currency());
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_SMALL, Map.of("field", "action.amount", "minimum", least));
        }
        AmountActionCheck.require("action.amount", amount);
        long step = ChargeCurrencies.limits(amount.currency()).transferStepMinor();
        if (step > 1 && amount.minorUnits() % step != 0) {
            Money whole = new Money(step, amount.currency());
            throw new Refused(TreasuryRefusal.AMOUNT_NOT_A_MULTIPLE, Map.of("field", "action.amount", "step", whole));
        }
        payees.find(pay.payee())
                .filter(payee -> payee.body().equals(body) && !payees.isHolder(payee.id()))
                .orElseThrow(() -> new Refused(PayoutRefusal.UNKNOWN_PAYEE, Map.of("field", "action.payee")));
    }
}
