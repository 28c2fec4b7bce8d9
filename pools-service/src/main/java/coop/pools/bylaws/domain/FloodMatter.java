package coop.pools.bylaws.domain;

/** Matters that a compact decides by rules of their own. */
public enum FloodMatter {
    ORDINARY,
    /** What moves money. */
    MONEY,
    /** Whether a Pool may join. */
    CONSENT,
    /** Parting from a Pool. */
    REMOVE,
    /** Changing an ordinary rule. */
    AMEND,
    /** Changing an entrenched rule: of all people and Pools, in two votes. */
    ENTRENCHED,
    /** Ending, merging or splitting the Flood. */
    END,
    /** In the commons: lowering the share that is under the control of all Pools, or what it rises by. */
    LOWER
}
