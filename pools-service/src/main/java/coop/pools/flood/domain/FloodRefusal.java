package coop.pools.flood.domain;

import coop.pools.kernel.RefusalCode;

/** Why something about Floods is refused. */
public enum FloodRefusal implements RefusalCode {
    /** Founding: none of the Pools that were named has the caller as a member. */
    FOUNDER_NOT_A_MEMBER(Kind.FORBIDDEN),
    /** Founding: no Pool has this address; facts: {@code pool}. */
    UNKNOWN_POOL(Kind.INVALID),
    /** Founding: fewer or more Pools than may found a Flood; facts: {@code least}, {@code most}. */
    FLOOD_POOL_COUNT(Kind.INVALID),
    /** A Pool counts in another currency; facts: {@code pool}, {@code currency}, {@code floodCurrency}. */
    FLOOD_CURRENCY_DIFFERS(Kind.INVALID),
    /** No such Flood. */
    UNKNOWN_FLOOD(Kind.INVALID),
    /** The compact has changed since the Pool's vote opened; facts: {@code flood}. */
    COMPACT_CHANGED(Kind.CONFLICT),
    /** Facts: {@code flood}, {@code most}. */
    FLOOD_FULL(Kind.CONFLICT),
    /** A Flood cannot become one with itself; facts: {@code flood}. */
    SAME_FLOOD(Kind.INVALID),
    /** Parting from a Pool takes at least one other that goes on; facts: {@code flood}. */
    NOBODY_WOULD_BE_LEFT(Kind.CONFLICT),
    /** Here the Flood asks first, and it has not asked this Pool; facts: {@code flood}, {@code pool}. */
    NOT_INVITED(Kind.INVALID),
    /** Facts: {@code flood}, {@code pool}. */
    ALREADY_IN_FLOOD(Kind.CONFLICT),
    /** Facts: {@code flood}, {@code pool}. */
    NOT_IN_FLOOD(Kind.CONFLICT),
    /** Two Pools must have joined and one must still be there; facts: {@code flood}, {@code state}. */
    FLOOD_NOT_ACTIVE(Kind.CONFLICT),
    /** Every Pool has left; facts: {@code flood}. */
    FLOOD_DISSOLVED(Kind.CONFLICT),
    /** An amount in another currency than the Flood's; facts: {@code flood}, {@code currency}. */
    FLOOD_AMOUNT_CURRENCY(Kind.INVALID),
    /** This kind of proposal can be made in Pools only, or in Floods only; facts: {@code action}. */
    NOT_FOR_THIS_BODY(Kind.INVALID),
    /**
     * A Pool has less than its share of a joint payment; facts: {@code pool}, {@code share}, {@code free} and
     * {@code lacking}, what all together lack of their shares.
     */
    FLOOD_SHORTFALL(Kind.CONFLICT),
    /** A Flood can belong neither to itself nor to one of those within it; facts: {@code flood}, {@code member}. */
    FLOOD_IN_ITSELF(Kind.CONFLICT),
    /** Facts: {@code flood}, {@code most}. */
    TOO_MANY_LEVELS(Kind.CONFLICT),
    /** At all levels together; facts: {@code flood}, {@code most}. */
    TOO_MANY_FLOODS(Kind.CONFLICT),
    /** The Pool has no such pledge, or it has ended; facts: {@code field}. */
    PLEDGE_NOT_OPEN(Kind.CONFLICT),
    /** Every Pool belongs to the commons by itself and has no stake in it; facts: {@code flood}. */
    COMMONS_OF_ALL(Kind.INVALID);

    private final Kind kind;

    FloodRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
