package coop.pools.notify;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.notify.MailStore.Off;
import coop.pools.notify.domain.Volume;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Chooses how much mail a person gets, in all or from one Pool or Flood, and in which time zone it tells times. */
public final class ChooseVolume {
    private final MailDesk desk;

    public ChooseVolume(MailDesk desk) {
        this.desk = desk;
    }

    /**
     * For all Pools and Floods that nothing else was chosen for.
     *
     * @throws Refused {@link NotifyRefusal#NO_ADDRESS}, SIGN_IN_REQUIRED or SCOPE_MISSING
     */
    public void usual(Caller caller, Volume volume) {
        UUID person = caller.requireAll();
        desk.transactions().inTransaction(() -> {
            requireAddress(person);
            desk.addresses().setVolume(person, volume.word());
        });
    }

    /**
     * For one of the caller's Pools and Floods.
     *
     * @throws Refused {@link NotifyRefusal#NO_ADDRESS}, NOT_FOUND, SIGN_IN_REQUIRED or SCOPE_MISSING
     */
    public void of(Caller caller, UUID body, Volume volume) {
        UUID person = caller.requireAll();
        boolean mine = desk.bodiesOf().apply(person).stream()
                .anyMatch(each -> each.ref().id().equals(body));
        if (!mine) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        desk.transactions().inTransaction(() -> {
            requireAddress(person);
            set(person, body, volume);
        });
    }

    /**
     * In which time zone mail tells times.
     *
     * @param zone for example Europe/Berlin
     * @throws Refused {@link NotifyRefusal#NO_ADDRESS}, SIGN_IN_REQUIRED or SCOPE_MISSING
     */
    public void zone(Caller caller, ZoneId zone) {
        UUID person = caller.requireAll();
        desk.transactions().inTransaction(() -> {
            requireAddress(person);
            desk.addresses().setZone(person, zone.getId());
        });
    }

    /** What the secret in a mail ends; empty when no mail had it. */
    public Optional<Off> ends(String secret) {
        return desk.mail().off(Secrets.hash(secret));
    }

    /** Ends the mail that the secret is about, and can do nothing else; doing it again changes nothing. */
    public boolean end(String secret) {
        return desk.transactions().inTransaction(() -> {
            Optional<Off> off = ends(secret);
            off.ifPresent(this::end);
            return off.isPresent();
        });
    }

    private void end(Off off) {
        if (desk.addresses().lock(off.personId()).isEmpty()) {
            return;
        }
        if (off.bodyId().isPresent()) {
            set(off.personId(), off.bodyId().get(), Volume.NOTHING);
        } else {
            desk.addresses().deleteVolumes(off.personId());
            desk.addresses().setVolume(off.personId(), Volume.NOTHING.word());
            desk.mail().dropWaiting(off.personId());
            desk.mail().cancel(off.personId(), desk.clock().instant());
        }
    }

    private void set(UUID person, UUID body, Volume volume) {
        if (desk.addresses().insertVolume(person, body, volume.word()) == 0) {
            desk.addresses().updateVolume(person, body, volume.word());
        }
        if (volume == Volume.NOTHING) {
            Instant now = desk.clock().instant();
            desk.mail().dropWaitingOf(person, body);
            desk.mail().cancelOf(person, body, now);
        }
    }

    private void requireAddress(UUID person) {
        if (desk.addresses().lock(person).isEmpty()) {
            throw new Refused(NotifyRefusal.NO_ADDRESS);
        }
    }
}
