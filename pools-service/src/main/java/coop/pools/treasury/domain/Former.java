package coop.pools.treasury.domain;

import coop.pools.ledger.domain.Accounts;
import java.util.Optional;

/** Who held a Pool's money when a charge was made, where somebody else holds it now. */
public enum Former {
    /** The operator; the money is on the Pool's own account now. */
    OPERATOR(Accounts.OWED_TO_OPERATOR, Accounts.WITH_OPERATOR),
    /** The Pool itself, on an account of its own; the operator holds the money now. */
    OWN_ACCOUNT(Accounts.OWED_TO_OWN_ACCOUNT, Accounts.ON_OWN_ACCOUNT);

    private final String owed;
    private final String left;

    Former(String owed, String left) {
        this.owed = owed;
        this.left = left;
    }

    /** What the Pool owes there, because money was taken from there for it. */
    public String owed() {
        return owed;
    }

    /** What of the Pool's money is still there. */
    public String left() {
        return left;
    }

    /**
     * Who held the money of a charge; empty when it is held in the same place still.
     *
     * @param charged the account that was charged; empty for the operator's
     * @param holds the account that the Pool's money is on now; empty for the operator's
     */
    public static Optional<Former> of(Optional<String> charged, Optional<String> holds) {
        if (charged.equals(holds)) {
            return Optional.empty();
        }
        return Optional.of(charged.isEmpty() ? OPERATOR : OWN_ACCOUNT);
    }
}
