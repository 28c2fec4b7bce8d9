package coop.pools.overview.web;

import coop.pools.overview.Directory;
import coop.pools.overview.PoolOverview;
import coop.pools.overview.ReadPoolOverview;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.reconciliation.web.ReconciledLine;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.UUID;

/** A Pool's own page: what it holds, what is being decided, where the money went. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PoolPages {
    private final Pages pages;
    private final ReadPoolOverview overviews;
    private final Directory directory;
    private final ReadReconciliation reconciliation;
    private final Clock clock;

    public PoolPages(
            Pages pages,
            ReadPoolOverview overviews,
            Directory directory,
            ReadReconciliation reconciliation,
            Clock clock) {
        this.reconciliation = reconciliation;
        this.pages = pages;
        this.overviews = overviews;
        this.directory = directory;
        this.clock = clock;
    }

    @GET
    @Path("/pools/{slug}")
    public Page one(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("said") String said) {
        PoolOverview overview = overviews.of(slug);
        UUID pool = overview.pool().id();
        boolean member = visit.caller()
                .reader()
                .filter(person -> directory.members().isMember(pool, person))
                .isPresent();
        boolean invited = !member && visit.signedIn() && directory.invitations().isWaiting(visit.caller(), pool);
        ReconciledLine reconciled = ReconciledLine.of(reconciliation.latest(), reconciliation.latestExact());
        return pages.saying(
                visit,
                "/templates/overview/pool.ftlh",
                PoolPage.of(overview, member, invited, reconciled, clock.instant()),
                said);
    }
}
