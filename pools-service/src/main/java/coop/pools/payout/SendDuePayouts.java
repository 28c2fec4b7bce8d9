package coop.pools.payout;

import coop.pools.kernel.DueWork;
import coop.pools.payout.domain.Payout;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.List;

/** Takes payouts that are due, each under a lease, and has them carried on by the route they were ordered for. */
public final class SendDuePayouts implements DueWork {
    private final PayoutDesk desk;
    private final List<PayoutRoute> routes;

    public SendDuePayouts(PayoutDesk desk, List<PayoutRoute> routes) {
        this.desk = desk;
        this.routes = List.copyOf(routes);
    }

    @Override
    public String name() {
        return "send-payouts";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Payout due : desk.payouts().due(now, atMost)) {
            Backoff lease = due.backoff().triedAt(now);
            Instant read = due.backoff().nextAt().orElseThrow();
            if (desk.payouts().lease(due.id(), read, lease.nextAt().orElseThrow(), lease.tries()) == 1) {
                done++;
                routeOf(due).carryOn(due.id());
            }
        }
        return done;
    }

    private PayoutRoute routeOf(Payout payout) {
        return routes.stream()
                .filter(route -> route.way() == payout.way())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no route " + payout.way()));
    }
}
