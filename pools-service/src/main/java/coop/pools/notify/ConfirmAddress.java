package coop.pools.notify;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import java.util.UUID;

/**
 * Shows that mail to an address reaches the person who gave it: they are signed in and have followed the mailed link.
 * Somebody else's link is of no use, so that nobody can have their mail sent to another who clicks on it.
 */
public final class ConfirmAddress {
    private final MailDesk desk;

    public ConfirmAddress(MailDesk desk) {
        this.desk = desk;
    }

    /** @throws Refused {@link NotifyRefusal#CONFIRMATION_EXPIRED}, SIGN_IN_REQUIRED or SCOPE_MISSING */
    public void confirm(Caller caller, String secret) {
        UUID person = caller.requireAll();
        desk.transactions().inTransaction(() -> {
            if (desk.addresses()
                            .verify(person, Secrets.hash(secret), desk.clock().instant())
                    == 0) {
                throw new Refused(NotifyRefusal.CONFIRMATION_EXPIRED);
            }
        });
    }
}
