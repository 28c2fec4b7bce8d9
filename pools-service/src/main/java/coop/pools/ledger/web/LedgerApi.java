package coop.pools.ledger.web;

import coop.pools.ledger.BookName.Kind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The public books of Pools, Floods and the operator: their entries and their ends. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerApi {
    private final BookAnswers books;

    public LedgerApi(BookAnswers books) {
        this.books = books;
    }

    @GET
    @Path("/api/v1/pools/{slug}/ledger")
    public BookJson.Items pool(
            @PathParam("slug") String slug, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return books.list(Kind.POOL, slug, after, limit);
    }

    @GET
    @Path("/api/v1/floods/{slug}/ledger")
    public BookJson.Items flood(
            @PathParam("slug") String slug, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return books.list(Kind.FLOOD, slug, after, limit);
    }

    @GET
    @Path("/api/v1/operators/{slug}/ledger")
    public BookJson.Items operator(
            @PathParam("slug") String slug, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return books.list(Kind.OPERATOR, slug, after, limit);
    }

    @GET
    @Path("/api/v1/pools/{slug}/ledger/head")
    public BookJson.HeadJson poolHead(@PathParam("slug") String slug) {
        return books.head(Kind.POOL, slug);
    }

    @GET
    @Path("/api/v1/floods/{slug}/ledger/head")
    public BookJson.HeadJson floodHead(@PathParam("slug") String slug) {
        return books.head(Kind.FLOOD, slug);
    }

    @GET
    @Path("/api/v1/operators/{slug}/ledger/head")
    public BookJson.HeadJson operatorHead(@PathParam("slug") String slug) {
        return books.head(Kind.OPERATOR, slug);
    }

    /** What was published of this book, the newest first. */
    @GET
    @Path("/api/v1/pools/{slug}/ledger/heads")
    public BookJson.PublishedItems poolHeads(
            @PathParam("slug") String slug, @QueryParam("before") String before, @QueryParam("limit") String limit) {
        return books.heads(Kind.POOL, slug, before, limit);
    }

    /** What was published of this book, the newest first. */
    @GET
    @Path("/api/v1/floods/{slug}/ledger/heads")
    public BookJson.PublishedItems floodHeads(
            @PathParam("slug") String slug, @QueryParam("before") String before, @QueryParam("limit") String limit) {
        return books.heads(Kind.FLOOD, slug, before, limit);
    }

    /** What was published of this book, the newest first. */
    @GET
    @Path("/api/v1/operators/{slug}/ledger/heads")
    public BookJson.PublishedItems operatorHeads(
            @PathParam("slug") String slug, @QueryParam("before") String before, @QueryParam("limit") String limit) {
        return books.heads(Kind.OPERATOR, slug, before, limit);
    }
}
