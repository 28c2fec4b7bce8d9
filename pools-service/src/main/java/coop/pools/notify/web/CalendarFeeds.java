package coop.pools.notify.web;

import coop.pools.governance.domain.BodyRef;
import coop.pools.notify.ReadCalendar;
import coop.pools.notify.domain.Deadline;
import coop.pools.notify.domain.Ics;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Calendars to subscribe to. */
@Hidden
@Path("/")
public final class CalendarFeeds {
    private final ReadCalendar read;
    private final URI publicUrl;
    private final Clock clock;

    public CalendarFeeds(ReadCalendar read, URI publicUrl, Clock clock) {
        this.read = read;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** A person's own; whoever has the address may read it, and do nothing else by it. */
    @GET
    @Path("calendar/{secret:[A-Za-z0-9_-]{43}}.ics")
    public Response mine(@Context Visit visit, @PathParam("secret") String secret) {
        return calendar("Pools: my votes", read.bySecret(secret), "private, max-age=300");
    }

    @GET
    @Path("pools/{slug}/calendar.ics")
    public Response ofPool(@Context Visit visit, @PathParam("slug") String slug) {
        return ofBody(BodyRef.Kind.POOL, slug);
    }

    @GET
    @Path("floods/{slug}/calendar.ics")
    public Response ofFlood(@Context Visit visit, @PathParam("slug") String slug) {
        return ofBody(BodyRef.Kind.FLOOD, slug);
    }

    private Response ofBody(BodyRef.Kind kind, String slug) {
        ReadCalendar.OfBody body = read.ofBody(kind, slug);
        return calendar(body.name(), body.deadlines(), "public, max-age=300");
    }

    private Ics.Site site() {
        return new Ics.Site(publicUrl.getHost(), publicUrl.resolve("/").toString());
    }

    private Response calendar(String name, List<Deadline> deadlines, String cache) {
        return Response.ok(Ics.of(name, deadlines, site(), clock.instant()))
                .type("text/calendar; charset=UTF-8")
                .header("Cache-Control", cache)
                .build();
    }
}
