package coop.pools.notify.web;

import coop.pools.platform.web.Visit;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The address of the caller's calendar. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarApi {
    private final CalendarActs acts;
    private final URI publicUrl;

    public CalendarApi(CalendarActs acts, URI publicUrl) {
        this.acts = acts;
        this.publicUrl = publicUrl;
    }

    @GET
    @Path("/api/v1/me/calendar")
    public Feed read(@Context Visit visit) {
        return new Feed(acts.make().madeAt(visit.caller()));
    }

    /** Makes an address in the place of the one before; it is shown this once. */
    @POST
    @Path("/api/v1/me/calendar")
    public Response make(@Context Visit visit) {
        String secret = acts.make().make(visit.caller());
        String url = publicUrl.resolve("/calendar/" + secret + ".ics").toString();
        return Response.status(201).entity(new MadeFeed(url)).build();
    }

    @DELETE
    @Path("/api/v1/me/calendar")
    public Feed end(@Context Visit visit) {
        acts.make().end(visit.caller());
        return read(visit);
    }

    /** @param madeAt empty when there is no address */
    public record Feed(Optional<Instant> madeAt) {}

    /** An address just made. */
    public record MadeFeed(String url) {}
}
