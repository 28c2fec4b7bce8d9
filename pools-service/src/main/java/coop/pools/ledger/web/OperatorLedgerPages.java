package coop.pools.ledger.web;

import coop.pools.ledger.BookName;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** The page of the operator's book. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class OperatorLedgerPages {
    private final BookPages books;

    public OperatorLedgerPages(BookPages books) {
        this.books = books;
    }

    @GET
    @Path("/operators/{slug}/ledger")
    public Page read(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("before") String before,
            @QueryParam("after") String after) {
        return books.page(visit, BookName.Kind.OPERATOR, slug, before, after);
    }
}
