package coop.pools.ledger;

import coop.pools.ledger.domain.Freeze;
import java.util.Optional;
import java.util.UUID;

/** Lets payouts go on that the auditor stopped: only when the whole book, looked at anew, is as it must be. */
public final class LiftFreeze {
    private final AuditBooks audit;
    private final Freezes freezes;

    public LiftFreeze(AuditBooks audit, Freezes freezes) {
        this.audit = audit;
        this.freezes = freezes;
    }

    /** What is still wrong; empty when payouts of this book are not stopped by the auditor any more. */
    public Optional<String> lift(UUID book) {
        Optional<String> wrong = audit.wholeBook(book);
        if (wrong.isEmpty()) {
            freezes.lift(book, Freeze.Reason.AUDIT, "audited whole, on an operator's command");
        }
        return wrong;
    }
}
