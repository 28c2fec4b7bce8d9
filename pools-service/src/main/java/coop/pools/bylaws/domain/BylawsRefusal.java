package coop.pools.bylaws.domain;

import coop.pools.kernel.RefusalCode;

/** Why something about bylaws is refused. */
public enum BylawsRefusal implements RefusalCode {
    /** No rule has this key; facts: {@code key}. Hard-wired matters have no key. */
    UNKNOWN_RULE(Kind.INVALID),
    /** Wrong type or out of bounds; facts: key, article, allowed, and min and max, or choices. */
    RULE_OUT_OF_RANGE(Kind.INVALID),
    /** Every rule has this value already. */
    NO_CHANGE(Kind.INVALID),
    /** Two votes must be farther apart; facts: {@code from}, {@code until} when the second may open. */
    SECOND_VOTE_TOO_SOON(Kind.CONFLICT),
    /** An entrenched rule cannot be changed by one vote. */
    TAKES_TWO_VOTES(Kind.CONFLICT),
    /** No such legal form; facts: {@code form}, {@code forms}. */
    UNKNOWN_FORM(Kind.INVALID),
    /** A name, purpose or holder is empty or too long; facts: {@code field}. */
    UNFIT_FOR_AGREEMENT(Kind.INVALID),
    /** This body has bylaws already. */
    ALREADY_ADOPTED(Kind.CONFLICT),
    /** The text that was read is not the one in force; facts: {@code version}, {@code sha256} of the one in force. */
    BYLAWS_CHANGED(Kind.CONFLICT);

    private final Kind kind;

    BylawsRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
