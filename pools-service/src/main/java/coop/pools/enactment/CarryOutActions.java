package coop.pools.enactment;

import coop.pools.bylaws.AmendBylaws;
import coop.pools.flood.FundFlood;
import coop.pools.flood.JoinFlood;
import coop.pools.flood.LeaveFlood;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Proposal;
import coop.pools.payout.OrderPayout;
import java.util.UUID;

/** Turns each action into the use case that does it. The compiler asks here about every action there is. */
public final class CarryOutActions implements CarryOut {
    private final OrderPayout orderPayout;
    private final AmendBylaws amendBylaws;
    private final JoinFlood joinFlood;
    private final FundFlood fundFlood;
    private final LeaveFlood leaveFlood;

    public CarryOutActions(
            OrderPayout orderPayout,
            AmendBylaws amendBylaws,
            JoinFlood joinFlood,
            FundFlood fundFlood,
            LeaveFlood leaveFlood) {
        this.orderPayout = orderPayout;
        this.amendBylaws = amendBylaws;
        this.joinFlood = joinFlood;
        this.fundFlood = fundFlood;
        this.leaveFlood = leaveFlood;
    }

    @Override
    public void carryOut(Proposal decided) {
        UUID proposal = decided.id();
        UUID body = decided.body().id();
        Runnable deed = decided.action()
                .fold(new Action.Handler<>(
                        statement -> () -> {},
                        pay -> () -> orderPayout.order(decided.body(), proposal, pay),
                        change -> () -> amendBylaws.amend(body, change.rules(), proposal),
                        join -> () -> joinFlood.join(proposal, body, join),
                        fund -> () -> fundFlood.fund(proposal, body, fund),
                        leave -> () -> leaveFlood.leave(proposal, body, leave)));
        deed.run();
    }
}
