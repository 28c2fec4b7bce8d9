package coop.pools.exit;

import coop.pools.kernel.RefusalCode;

/** Why something about parting is refused. */
public enum ExitRefusal implements RefusalCode {
    /** Exits since the vote have left too little for this payment; facts: {@code left}, {@code leftPercent}. */
    EXITS_LEFT_TOO_LITTLE(Kind.CONFLICT),
    /** The Pool has to leave its Floods before it can end. */
    POOL_IN_FLOODS(Kind.CONFLICT),
    /** The Pool is ending or has ended: nothing is taken in and nothing new is begun. */
    POOL_IS_ENDING(Kind.CONFLICT),
    /** A Flood does not end like a Pool. */
    ENDING_OF_POOLS_ONLY(Kind.INVALID);

    private final Kind kind;

    ExitRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
