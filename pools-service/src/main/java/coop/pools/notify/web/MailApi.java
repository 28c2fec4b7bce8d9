package coop.pools.notify.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.notify.domain.Volume;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How the caller wants mail. Changing it takes a token for everything. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class MailApi {
    private final MailActs acts;
    private final Bodies bodies;

    public MailApi(MailActs acts, Bodies bodies) {
        this.acts = acts;
        this.bodies = bodies;
    }

    @GET
    @Path("/api/v1/me/mail")
    public MailJson read(@Context Visit visit) {
        return MailJson.of(acts.read().mine(visit.caller()));
    }

    /** Gives an address, to which a link is sent. */
    @PUT
    @Path("/api/v1/me/mail/address")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailJson give(@Context Visit visit, NewAddress sent) {
        String address = Fields.text("address", Fields.required("body", sent).address(), 254);
        acts.give().give(visit.caller(), address);
        return read(visit);
    }

    @DELETE
    @Path("/api/v1/me/mail/address")
    public MailJson remove(@Context Visit visit) {
        acts.remove().remove(visit.caller());
        return read(visit);
    }

    /** Shows by what the mailed link holds that the address is the caller's. */
    @POST
    @Path("/api/v1/me/mail/address/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailJson confirm(@Context Visit visit, Confirmation sent) {
        acts.confirm()
                .confirm(
                        visit.caller(),
                        Fields.text("code", Fields.required("body", sent).code(), 100));
        return read(visit);
    }

    /** How much, where nothing else is chosen. */
    @PUT
    @Path("/api/v1/me/mail")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailJson usual(@Context Visit visit, NewVolume sent) {
        acts.choose().usual(visit.caller(), volume(sent));
        return read(visit);
    }

    /** In which time zone mail tells times. */
    @PUT
    @Path("/api/v1/me/mail/time-zone")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailJson zone(@Context Visit visit, NewZone sent) {
        acts.choose().zone(visit.caller(), zone(Fields.required("body", sent).timeZone()));
        return read(visit);
    }

    static ZoneId zone(String sent) {
        String name = Fields.text("timeZone", sent, 60);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Fields.invalid("timeZone", "a name such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    @PUT
    @Path("/api/v1/pools/{slug}/mail")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailJson ofPool(@Context Visit visit, @PathParam("slug") String slug, NewVolume sent) {
        return choose(visit, BodyRef.Kind.POOL, slug, sent);
    }

    @PUT
    @Path("/api/v1/floods/{slug}/mail")
    @Consumes(MediaType.APPLICATION_JSON)
    public MailJson ofFlood(@Context Visit visit, @PathParam("slug") String slug, NewVolume sent) {
        return choose(visit, BodyRef.Kind.FLOOD, slug, sent);
    }

    private MailJson choose(Visit visit, BodyRef.Kind kind, String slug, NewVolume sent) {
        BodyRef body = bodies.bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        acts.choose().of(visit.caller(), body.id(), volume(sent));
        return read(visit);
    }

    private static Volume volume(NewVolume sent) {
        return volume(Fields.required("volume", Fields.required("body", sent).volume()));
    }

    static Volume volume(String word) {
        return Volume.of(word).orElseThrow(() -> Fields.invalid("volume", "everything, digest, waiting or nothing"));
    }

    /** An address to write to. */
    public record NewAddress(String address) {}

    /** What the mailed link ends with. */
    public record Confirmation(String code) {}

    /** @param timeZone for example Europe/Berlin */
    public record NewZone(String timeZone) {}

    /** @param volume everything, digest, waiting or nothing */
    public record NewVolume(String volume) {}

    /**
     * @param available whether mail is set up here
     * @param verified whether the address has been shown to be the caller's
     * @param timeZone in which mail tells times
     */
    public record MailJson(
            boolean available,
            Optional<String> address,
            boolean verified,
            String volume,
            String timeZone,
            List<BodyMail> bodies) {
        static MailJson of(coop.pools.notify.ReadMail.Mine mine) {
            return new MailJson(
                    mine.setUp(),
                    mine.address(),
                    mine.verified(),
                    mine.usual().word(),
                    mine.zone(),
                    mine.bodies().stream()
                            .map(each -> new BodyMail(
                                    each.body().ref().kind().word(),
                                    each.body().slug(),
                                    each.body().name(),
                                    each.chosen().map(Volume::word)))
                            .toList());
        }
    }

    /** @param volume where one was chosen */
    public record BodyMail(String kind, String slug, String name, Optional<String> volume) {}
}
