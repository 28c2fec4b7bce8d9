package coop.pools.founding;

import coop.pools.kernel.RefusalCode;

/** Why a Pool cannot be founded as asked. */
public enum FoundingRefusal implements RefusalCode {
    /** Money of this currency cannot be moved here; facts: {@code currency}. */
    UNSUPPORTED_CURRENCY(Kind.INVALID);

    private final Kind kind;

    FoundingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
