package coop.pools.demo.web;

import coop.pools.demo.ClockAdvance;
import coop.pools.platform.jobs.DueWorkRunner;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.Pages;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Moves the application's clock forward and runs what falls due by it. Exists only where the clock is adjustable. */
@GuestsToo
@Path("/")
public final class ClockResource {
    private final ClockAdvance advance;
    private final Clock clock;
    private final DueWorkRunner dueWork;

    public ClockResource(ClockAdvance advance, Clock clock, DueWorkRunner dueWork) {
        this.advance = advance;
        this.clock = clock;
        this.dueWork = dueWork;
    }

    @GET
    @Path("/sandbox/clock")
    @Produces(MediaType.APPLICATION_JSON)
    public Now now() {
        return new Now(clock.instant());
    }

    @POST
    @Path("/sandbox/clock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Now move(Move body) {
        moveBy(Fields.required("advance", Fields.required("body", body).advance()));
        return now();
    }

    @POST
    @Path("/sandbox/clock/advance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response moveFromPage(@FormParam("advance") String by, @FormParam("returnTo") String returnTo) {
        moveBy(Fields.required("advance", by));
        boolean ownPath = returnTo != null && returnTo.matches("/([A-Za-z0-9_~.-][A-Za-z0-9/_~.-]*)?");
        return Pages.seeOther(ownPath ? returnTo : "/");
    }

    private void moveBy(String by) {
        try {
            advance.advance(Duration.parse(by));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw Fields.invalid("advance", "an ISO-8601 duration such as PT72H");
        }
        dueWork.runAll();
    }

    /** The application's present moment. */
    public record Now(Instant now) {}

    /** How far to move. */
    public record Move(String advance) {}
}
