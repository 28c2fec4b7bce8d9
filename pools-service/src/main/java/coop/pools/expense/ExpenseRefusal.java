package coop.pools.expense;

import coop.pools.kernel.RefusalCode;

/** Why an expense is not taken. */
public enum ExpenseRefusal implements RefusalCode {
    /** The id was used for an expense with other values. */
    EXPENSE_EXISTS(Kind.CONFLICT),
    /** Facts: {@code most}, {@code days}. */
    EXPENSES_TOO_MANY(Kind.TOO_MANY);

    private final Kind kind;

    ExpenseRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
