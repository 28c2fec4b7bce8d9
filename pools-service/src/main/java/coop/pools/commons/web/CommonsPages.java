package coop.pools.commons.web;

import coop.pools.commons.ReadCommons;
import coop.pools.flood.domain.Flood;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Predicate;

/** The page of the commons, for everybody. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class CommonsPages {
    private final Pages pages;
    private final ReadCommons commons;
    private final Clock clock;

    public CommonsPages(Pages pages, ReadCommons commons, Clock clock) {
        this.pages = pages;
        this.commons = commons;
        this.clock = clock;
    }

    @GET
    @Path("/commons")
    public Page read(@Context Visit visit) {
        Predicate<Flood> theirs = flood -> visit.caller()
                .reader()
                .filter(person -> commons.isMember(flood, person))
                .isPresent();
        CommonsPage page = CommonsPage.of(commons.read(), theirs, clock.instant());
        return pages.page(visit, "/templates/commons/commons.ftlh", page);
    }

    /** Whose book this is stands on the page of the commons. */
    @GET
    @Path("/operators/{slug}")
    public Response operator(@PathParam("slug") String slug) {
        return Pages.seeOther("/commons");
    }
}
