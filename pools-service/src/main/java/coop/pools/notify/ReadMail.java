package coop.pools.notify;

import coop.pools.governance.Bodies;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.notify.domain.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the caller wants mail; nobody reads another's address. */
public final class ReadMail {
    private final MailDesk desk;

    public ReadMail(MailDesk desk) {
        this.desk = desk;
    }

    /** @throws coop.pools.kernel.Refused SIGN_IN_REQUIRED or SCOPE_MISSING */
    public Mine mine(Caller caller) {
        UUID person = caller.require(Scope.READ);
        Optional<AddressStore.Address> address = desk.addresses().find(person);
        Map<UUID, String> chosen = new HashMap<>();
        desk.addresses().volumes(person).forEach(each -> chosen.put(each.bodyId(), each.volume()));
        List<OfBody> bodies = desk.bodiesOf().apply(person).stream()
                .map(body -> new OfBody(
                        body, Optional.ofNullable(chosen.get(body.ref().id())).flatMap(Volume::of)))
                .toList();
        Volume usual = address.flatMap(given -> Volume.of(given.volume())).orElse(Volume.DIGEST);
        return new Mine(
                desk.queue().isPresent(),
                address.map(AddressStore.Address::address),
                address.flatMap(AddressStore.Address::verifiedAt).isPresent(),
                usual,
                desk.addresses().zone(person).orElse("UTC"),
                bodies);
    }

    /**
     * @param setUp whether this installation sends mail at all
     * @param zone in which mail tells times
     * @param bodies the person's Pools and Floods
     */
    public record Mine(
            boolean setUp,
            Optional<String> address,
            boolean verified,
            Volume usual,
            String zone,
            List<OfBody> bodies) {}

    /** @param chosen empty where the usual volume holds */
    public record OfBody(Bodies.Body body, Optional<Volume> chosen) {}
}
