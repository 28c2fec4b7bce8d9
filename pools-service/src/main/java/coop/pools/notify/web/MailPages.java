package coop.pools.notify.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.notify.ReadMail;
import coop.pools.notify.domain.Volume;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where people say how they want mail, and where links in mail lead. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class MailPages {
    private static final String MINE = "/templates/notify/mail.ftlh";
    private static final String CONFIRM = "/templates/notify/confirm-address.ftlh";
    private static final String OFF = "/templates/notify/mail-off.ftlh";

    private static final List<String> ZONES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(zone ->
                                    zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                            .sorted())
            .toList();

    private final Pages pages;
    private final MailActs acts;
    private final Bodies bodies;
    private final CalendarActs calendar;

    public MailPages(Pages pages, MailActs acts, Bodies bodies, CalendarActs calendar) {
        this.pages = pages;
        this.acts = acts;
        this.bodies = bodies;
        this.calendar = calendar;
    }

    @GET
    @Path("/me/mail")
    public Page mine(@Context Visit visit, @QueryParam("said") String said) {
        return pages.saying(visit, MINE, model(visit, "", ""), said);
    }

    @POST
    @Path("/me/mail/address")
    public Response give(@Context Visit visit, @FormParam("address") String sent) {
        try {
            acts.give().give(visit.caller(), Fields.text("address", sent, 254));
            return Pages.seeOther("/me/mail?said=address-given");
        } catch (Refused refused) {
            return pages.again(visit, MINE, model(visit, sent == null ? "" : sent, ""), refused);
        }
    }

    @POST
    @Path("/me/mail/address/remove")
    public Response remove(@Context Visit visit) {
        acts.remove().remove(visit.caller());
        return Pages.seeOther("/me/mail?said=address-removed");
    }

    @POST
    @Path("/me/mail/volume")
    public Response choose(@Context Visit visit, @FormParam("body") String body, @FormParam("volume") String volume) {
        Volume chosen = MailApi.volume(Fields.required("volume", volume));
        if (body == null || body.isEmpty()) {
            acts.choose().usual(visit.caller(), chosen);
        } else {
            acts.choose().of(visit.caller(), Fields.id("body", body), chosen);
        }
        return Pages.seeOther("/me/mail?said=volume-chosen");
    }

    @POST
    @Path("/me/mail/time-zone")
    public Response zone(@Context Visit visit, @FormParam("timeZone") String zone) {
        acts.choose().zone(visit.caller(), MailApi.zone(zone));
        return Pages.seeOther("/me/mail?said=zone-chosen");
    }

    @POST
    @Path("/me/calendar")
    public Response makeFeed(@Context Visit visit) {
        String secret = calendar.make().make(visit.caller());
        String address = pages.settings()
                .publicUrl()
                .resolve("/calendar/" + secret + ".ics")
                .toString();
        return Response.ok(pages.page(visit, MINE, model(visit, "", address))).build();
    }

    @POST
    @Path("/me/calendar/end")
    public Response endFeed(@Context Visit visit) {
        calendar.make().end(visit.caller());
        return Pages.seeOther("/me/mail?said=feed-ended");
    }

    /** Mail scanners open links, so that only the button confirms. */
    @GET
    @Path("/mail/confirm/{code}")
    public Page askToConfirm(@Context Visit visit, @PathParam("code") String code) {
        ReadMail.Mine mine = acts.read().mine(visit.caller());
        return pages.page(visit, CONFIRM, new Confirming(mine.address().orElse(""), mine.verified(), code));
    }

    @POST
    @Path("/mail/confirm/{code}")
    public Response confirm(@Context Visit visit, @PathParam("code") String code) {
        try {
            acts.confirm().confirm(visit.caller(), code);
            return Pages.seeOther("/me/mail?said=address-confirmed");
        } catch (Refused refused) {
            return pages.again(visit, MINE, model(visit, "", ""), refused);
        }
    }

    @GET
    @Path("/mail/off/{secret}")
    public Page askToEnd(@Context Visit visit, @PathParam("secret") String secret) {
        return pages.page(visit, OFF, new Ending(ended(secret), secret, false));
    }

    /** From the page's button, or from a mail program by itself (RFC 8058), which has neither cookie nor form. */
    @POST
    @GuestsToo
    @Path("/mail/off/{secret}")
    public Page end(@Context Visit visit, @PathParam("secret") String secret) {
        String ended = ended(secret);
        acts.choose().end(secret);
        return pages.page(visit, OFF, new Ending(ended, secret, true));
    }

    /** The name of what the secret ends; empty for all. */
    private String ended(String secret) {
        return acts.choose()
                .ends(secret)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND))
                .bodyId()
                .map(this::name)
                .orElse("");
    }

    private String name(UUID body) {
        for (BodyRef.Kind kind : BodyRef.Kind.values()) {
            try {
                return bodies.read(new BodyRef(kind, body)).name();
            } catch (Refused noSuchBody) {
                continue;
            }
        }
        return "";
    }

    private Mail model(Visit visit, String typed, String feed) {
        ReadMail.Mine mine = acts.read().mine(visit.caller());
        List<Line> lines = mine.bodies().stream()
                .map(each -> new Line(
                        each.body().ref().id(),
                        each.body().name(),
                        each.chosen().orElse(mine.usual()).word(),
                        each.chosen().isEmpty()))
                .toList();
        return new Mail(
                mine.setUp(),
                mine.address().orElse(""),
                mine.verified(),
                mine.usual().word(),
                mine.zone(),
                ZONES,
                lines,
                typed,
                feed,
                calendar.make().madeAt(visit.caller()).isPresent());
    }

    /**
     * What the page shows.
     *
     * @param zone in which mail tells times; one of {@code zones}, mostly
     * @param typed an address that was refused
     * @param feed the calendar's address, only on the page that made it
     */
    public record Mail(
            boolean setUp,
            String address,
            boolean verified,
            String usual,
            String zone,
            List<String> zones,
            List<Line> bodies,
            String typed,
            String feed,
            boolean hasFeed) {}

    /** A Pool or Flood. @param usual whether nothing was chosen for it */
    public record Line(UUID id, String name, String volume, boolean usual) {}

    /** The button that confirms. */
    public record Confirming(String address, boolean verified, String code) {}

    /** @param name of the one Pool or Flood; empty for all */
    public record Ending(String name, String secret, boolean done) {}
}
