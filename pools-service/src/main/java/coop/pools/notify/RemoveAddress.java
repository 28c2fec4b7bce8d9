package coop.pools.notify;

import coop.pools.kernel.Caller;
import java.time.Instant;
import java.util.UUID;

/** Forgets the caller's address and takes back all mail that has not gone out. */
public final class RemoveAddress {
    private final MailDesk desk;

    public RemoveAddress(MailDesk desk) {
        this.desk = desk;
    }

    /** @throws coop.pools.kernel.Refused SIGN_IN_REQUIRED or SCOPE_MISSING */
    public void remove(Caller caller) {
        UUID person = caller.requireAll();
        desk.transactions().inTransaction(() -> {
            Instant now = desk.clock().instant();
            desk.addresses().lock(person);
            desk.mail().cancel(person, now);
            desk.mail().cancelConfirmations(person, now);
            desk.mail().dropWaiting(person);
            desk.addresses().deleteVolumes(person);
            desk.addresses().delete(person);
        });
    }
}
