package coop.pools.ledger.web;

import coop.pools.ledger.BookName.Kind;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** The pages of the books of Pools, Floods and the operator. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class LedgerPages {
    private final BookPages books;

    public LedgerPages(BookPages books) {
        this.books = books;
    }

    @GET
    @Path("/pools/{slug}/ledger")
    public Page pool(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("before") String before,
            @QueryParam("after") String after) {
        return books.page(visit, Kind.POOL, slug, before, after);
    }

    @GET
    @Path("/floods/{slug}/ledger")
    public Page flood(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("before") String before,
            @QueryParam("after") String after) {
        return books.page(visit, Kind.FLOOD, slug, before, after);
    }

    @GET
    @Path("/operators/{slug}/ledger")
    public Page operator(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("before") String before,
            @QueryParam("after") String after) {
        return books.page(visit, Kind.OPERATOR, slug, before, after);
    }
}
