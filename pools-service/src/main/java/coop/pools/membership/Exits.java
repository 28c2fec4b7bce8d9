package coop.pools.membership;

import coop.pools.membership.domain.ExitShare;
import coop.pools.membership.domain.Membership;

/** What the bylaws give to a member who leaves; implemented above. Called in a transaction that holds the roster. */
public interface Exits {
    /** What it would be now; nothing changes. */
    ExitShare preview(Membership stay);

    /** Gives it: nobody can refuse it or ask for more. The same stay is settled once. */
    ExitShare settle(Membership stay, Reason reason);

    /** How a stay ended. */
    enum Reason {
        LEFT,
        REMOVED,
        ENDED
    }
}
