package coop.pools.membership;

import coop.pools.kernel.Transactions;
import coop.pools.membership.domain.ImportState;
import coop.pools.membership.domain.RosterChunk;
import coop.pools.membership.domain.RosterImport;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Keeps one page of a roster as invitations, together with how far the reading has come. */
public final class TakeInPage {
    private final Transactions transactions;
    private final RosterImportStore imports;
    private final RosterInvitationStore invitations;
    private final Clock clock;

    public TakeInPage(
            Transactions transactions, RosterImportStore imports, RosterInvitationStore invitations, Clock clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Takes the page in; false, and nothing kept, when somebody else has taken one in since it was asked for. */
    public boolean takeIn(RosterImport before, RosterChunk chunk, Instant leaseUntil) {
        RosterImport after = before.after(chunk, leaseUntil);
        boolean done = after.state() == ImportState.DONE;
        return transactions.inTransaction(() -> {
            Instant now = clock.instant();
            Optional<Instant> finishedAt = done ? Optional.of(now) : Optional.empty();
            if (imports.move(after, before.pages(), finishedAt) == 0) {
                return false;
            }
            invitations.insertAll(before.poolId(), before.source(), chunk.rows(), now);
            if (done) {
                invitations.settleMembers(before.poolId(), now);
            }
            return true;
        });
    }

    /** Keeps that it did not work this time. */
    public void failed(RosterImport after) {
        Optional<Instant> finishedAt =
                after.state() == ImportState.FAILED ? Optional.of(clock.instant()) : Optional.empty();
        transactions.inTransaction(() -> {
            imports.move(after, after.pages(), finishedAt);
        });
    }
}
