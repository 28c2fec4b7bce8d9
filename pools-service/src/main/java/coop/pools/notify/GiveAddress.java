package coop.pools.notify;

import coop.pools.integrations.mail.smtp.MailAddress;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.notify.domain.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Takes the address where a person wants mail and sends a link there; nothing else is sent before the person has
 * followed it. A few confirmations a day for each person and each address, so that nobody is pestered by it, however many
 * ask and in whatever order.
 */
public final class GiveAddress {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_OF_PERSON = 5;
    static final int MOST_OF_ADDRESS = 5;
    /** Turns that addresses share: a turn of each would keep a trace of it. */
    private static final int TURNS = 64;

    private final MailDesk desk;

    public GiveAddress(MailDesk desk) {
        this.desk = desk;
    }

    /**
     * @throws Refused {@link NotifyRefusal#MAIL_NOT_SET_UP}, {@link NotifyRefusal#TOO_MANY_CONFIRMATIONS},
     *     INVALID_FIELD, SIGN_IN_REQUIRED or SCOPE_MISSING
     */
    public void give(Caller caller, String address) {
        UUID person = caller.requireAll();
        QueueMail queue = desk.queue().orElseThrow(() -> new Refused(NotifyRefusal.MAIL_NOT_SET_UP));
        if (!MailAddress.isOne(address)) {
            throw new Refused(
                    CommonRefusal.INVALID_FIELD, Map.of("field", "address", "reason", "is not a mail address"));
        }
        UUID key = key(address);
        desk.transactions().inTurn(turn(key), () -> {
            Instant now = desk.clock().instant();
            desk.addresses().insert(person, address, now, Volume.DIGEST.word());
            AddressStore.Address before = desk.addresses().lock(person).orElseThrow();
            if (before.address().equals(address) && before.verifiedAt().isPresent()) {
                return;
            }
            boolean tooMany = desk.mail().countConfirmations(person, now.minus(DAY)) >= MOST_OF_PERSON
                    || desk.addresses().countAsked(key, now.minus(DAY)) >= MOST_OF_ADDRESS;
            if (tooMany) {
                throw new Refused(NotifyRefusal.TOO_MANY_CONFIRMATIONS);
            }
            desk.addresses().replace(person, address, now);
            desk.mail().cancel(person, now);
            desk.mail().cancelConfirmations(person, now);
            desk.mail().dropWaiting(person);
            desk.addresses().forgetAsked(now.minus(DAY));
            desk.addresses().insertAsked(queue.put(person, "confirm", null, now), key, now);
        });
    }

    /** The same for all ways in which capitals can be written. */
    private static UUID key(String address) {
        return IdSource.derivedId("mail-address", address.toLowerCase(Locale.ROOT));
    }

    private static UUID turn(UUID key) {
        return IdSource.derivedId("mail-address-turn", String.valueOf(Math.floorMod(key.hashCode(), TURNS)));
    }
}
