package coop.pools.membership.web;

import coop.pools.membership.LeavePool;
import coop.pools.membership.domain.ExitShare;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Leaving a Pool: first what comes of it, then doing it. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class LeavePages {
    private final Pages pages;
    private final ReadPools pools;
    private final LeavePool leavePool;

    public LeavePages(Pages pages, ReadPools pools, LeavePool leavePool) {
        this.pages = pages;
        this.pools = pools;
        this.leavePool = leavePool;
    }

    /** Changes nothing. */
    @GET
    @Path("/pools/{slug}/members/leave")
    public Page preview(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = pools.bySlug(slug);
        ExitShare share = leavePool.leave(visit.caller(), pool, true);
        return pages.page(
                visit,
                "/templates/membership/leave.ftlh",
                new LeaveModel(
                        pool.slug(),
                        pool.name(),
                        MoneyText.of(share.amount()),
                        ExitWords.formula(share),
                        ExitWords.steps(share),
                        ExitWords.when(share)));
    }

    @POST
    @Path("/pools/{slug}/members/leave")
    public Response leave(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = pools.bySlug(slug);
        ExitShare share = leavePool.leave(visit.caller(), pool, false);
        return Pages.seeOther(
                share.amount().isZero() ? "/pools/" + pool.slug() + "?said=left" : "/pools/" + pool.slug() + "/exits");
    }

    /**
     * What the page shows.
     *
     * @param formula how the share was worked out, in a sentence
     * @param steps the same as a sum; may be empty
     * @param when it is paid; empty where it is nothing
     */
    public record LeaveModel(
            String slug, String poolName, String share, String formula, List<ExitWords.Step> steps, String when) {}
}
