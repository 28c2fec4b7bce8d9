package coop.pools.founding;

import coop.pools.kernel.Money;
import coop.pools.membership.Exits;
import coop.pools.membership.domain.ExitShare;
import coop.pools.membership.domain.Membership;

/** Where nobody has given anything, nobody gets anything on leaving. */
final class NoShares implements Exits {
    private static final ExitShare NOTHING =
            new ExitShare(Money.of(0, "EUR"), Money.of(0, "EUR"), Money.of(0, "EUR"), Money.of(0, "EUR"));

    @Override
    public ExitShare preview(Membership stay) {
        return NOTHING;
    }

    @Override
    public ExitShare settle(Membership stay, Reason reason) {
        return NOTHING;
    }
}
