package coop.pools.pool;

import coop.pools.kernel.RefusalCode;

/** Why founding or changing a Pool is refused. */
public enum PoolRefusal implements RefusalCode {
    /** The group has a Pool already; facts: {@code slug}, {@code name} of that Pool. */
    POOL_EXISTS(Kind.CONFLICT),
    /** A Flood's compact is not changed by this action. */
    RULES_NOT_OF_A_POOL(Kind.INVALID);

    private final Kind kind;

    PoolRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
