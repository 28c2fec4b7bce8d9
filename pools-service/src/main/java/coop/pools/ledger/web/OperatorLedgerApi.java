package coop.pools.ledger.web;

import coop.pools.ledger.BookName;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The operator's public book. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorLedgerApi {
    private final BookAnswers books;

    public OperatorLedgerApi(BookAnswers books) {
        this.books = books;
    }

    @GET
    @Path("/api/v1/operators/{slug}/ledger")
    public BookJson.Items list(
            @PathParam("slug") String slug, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return books.list(BookName.Kind.OPERATOR, slug, after, limit);
    }

    @GET
    @Path("/api/v1/operators/{slug}/ledger/head")
    public BookJson.HeadJson head(@PathParam("slug") String slug) {
        return books.head(BookName.Kind.OPERATOR, slug);
    }

    /** What was published of this book, the newest first. */
    @GET
    @Path("/api/v1/operators/{slug}/ledger/heads")
    public BookJson.PublishedItems heads(
            @PathParam("slug") String slug, @QueryParam("before") String before, @QueryParam("limit") String limit) {
        return books.heads(BookName.Kind.OPERATOR, slug, before, limit);
    }
}
