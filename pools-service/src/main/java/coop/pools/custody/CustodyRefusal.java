package coop.pools.custody;

import coop.pools.kernel.RefusalCode;

/** Why custody stays as it is. */
public enum CustodyRefusal implements RefusalCode {
    /** Only Pools choose who holds their money. */
    CUSTODY_OF_POOLS_ONLY(Kind.INVALID),
    /** The money is held that way already, or is about to be. */
    CUSTODY_UNCHANGED(Kind.CONFLICT),
    /** Money is still held, promised or on its way in under the present arrangement. */
    CUSTODY_MONEY_LEFT(Kind.CONFLICT),
    /** The Pool's own account is not ready, so nothing can be taken in. */
    CUSTODY_NOT_READY(Kind.CONFLICT),
    /** Only stewards open the Pool's account. */
    CUSTODY_STEWARDS_ONLY(Kind.FORBIDDEN),
    /** Stewards are members, of the Pool or of a Pool of the Flood. */
    STEWARD_NOT_A_MEMBER(Kind.INVALID),
    STEWARD_ALREADY(Kind.CONFLICT),
    STEWARD_NOT_ONE(Kind.CONFLICT),
    /** The compact of the Flood says that each Pool sends one, or it has no Pools of its own. */
    STEWARDS_NOT_ELECTED(Kind.CONFLICT),
    /** Facts: {@code most}. */
    STEWARDS_TOO_MANY(Kind.CONFLICT),
    /** An election of more stewards than there are places. */
    STEWARD_PLACES(Kind.CONFLICT);

    private final Kind kind;

    CustodyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
