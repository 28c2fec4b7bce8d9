package coop.pools.payout;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.PayeeChanged;
import coop.pools.integrations.payments.PaymentEvent.TransferChanged;
import coop.pools.payout.domain.Payee;
import coop.pools.treasury.EventEffect;
import coop.pools.treasury.Verdict;
import coop.pools.treasury.domain.Backoff;
import java.util.Optional;

/** Events about payees and transfers. */
public final class PayoutEffect implements EventEffect {
    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final ConfirmPayout confirm;

    public PayoutEffect(PayoutDesk desk, PayeeStore payees, ConfirmPayout confirm) {
        this.desk = desk;
        this.payees = payees;
        this.confirm = confirm;
    }

    @Override
    public Optional<Verdict> apply(PaymentEvent event) {
        if (event instanceof TransferChanged changed) {
            return Optional.of(confirm.confirm(changed.transfer()));
        }
        if (event instanceof PayeeChanged changed) {
            return Optional.of(payees.byAccount(changed.accountId())
                    .flatMap(payee -> payees.lock(payee.id()))
                    .map(this::readSoon)
                    .orElseGet(() -> Verdict.ignored("nobody's account here")));
        }
        return Optional.empty();
    }

    private Verdict readSoon(Payee payee) {
        payees.saveState(payee.with(payee.state(), Backoff.from(desk.clock().instant())));
        desk.transactions().afterCommit(desk.wake());
        return Verdict.applied();
    }
}
