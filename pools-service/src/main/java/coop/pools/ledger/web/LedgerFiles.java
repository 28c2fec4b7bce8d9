package coop.pools.ledger.web;

import coop.pools.ledger.BookName;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Whole books as files, of Pools, Floods and the operator; each form is of one media type, and so a class of its own. */
public final class LedgerFiles {
    private LedgerFiles() {}

    /** For spreadsheets. */
    @Path("/")
    @Produces("text/csv; charset=UTF-8")
    @ApiResponse(
            responseCode = "200",
            description = "the whole book, RFC 4180",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    public static final class Csv {
        private final BookAnswers books;

        public Csv(BookAnswers books) {
            this.books = books;
        }

        @GET
        @Path("/api/v1/pools/{slug}/ledger.csv")
        public Response pool(@PathParam("slug") String slug) {
            return books.csv(BookName.Kind.POOL, slug);
        }

        @GET
        @Path("/api/v1/floods/{slug}/ledger.csv")
        public Response flood(@PathParam("slug") String slug) {
            return books.csv(BookName.Kind.FLOOD, slug);
        }

        @GET
        @Path("/api/v1/operators/{slug}/ledger.csv")
        public Response operator(@PathParam("slug") String slug) {
            return books.csv(BookName.Kind.OPERATOR, slug);
        }
    }

    /** For hledger. */
    @Path("/")
    @Produces("text/plain; charset=UTF-8")
    @ApiResponse(
            responseCode = "200",
            description = "the whole book as an hledger journal",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    public static final class Journal {
        private final BookAnswers books;

        public Journal(BookAnswers books) {
            this.books = books;
        }

        @GET
        @Path("/api/v1/pools/{slug}/ledger.journal")
        public Response pool(@PathParam("slug") String slug) {
            return books.journal(BookName.Kind.POOL, slug);
        }

        @GET
        @Path("/api/v1/floods/{slug}/ledger.journal")
        public Response flood(@PathParam("slug") String slug) {
            return books.journal(BookName.Kind.FLOOD, slug);
        }

        @GET
        @Path("/api/v1/operators/{slug}/ledger.journal")
        public Response operator(@PathParam("slug") String slug) {
            return books.journal(BookName.Kind.OPERATOR, slug);
        }
    }

    /** For beancount. */
    @Path("/")
    @Produces("text/plain; charset=UTF-8")
    @ApiResponse(
            responseCode = "200",
            description = "the whole book for beancount, with balances asserted",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    public static final class Beancount {
        private final BookAnswers books;

        public Beancount(BookAnswers books) {
            this.books = books;
        }

        @GET
        @Path("/api/v1/pools/{slug}/ledger.beancount")
        public Response pool(@PathParam("slug") String slug) {
            return books.beancount(BookName.Kind.POOL, slug);
        }

        @GET
        @Path("/api/v1/floods/{slug}/ledger.beancount")
        public Response flood(@PathParam("slug") String slug) {
            return books.beancount(BookName.Kind.FLOOD, slug);
        }

        @GET
        @Path("/api/v1/operators/{slug}/ledger.beancount")
        public Response operator(@PathParam("slug") String slug) {
            return books.beancount(BookName.Kind.OPERATOR, slug);
        }
    }

    /** For verifying without Pools' database. */
    @Path("/")
    @Produces(BookFile.MEDIA_TYPE)
    @ApiResponse(
            responseCode = "200",
            description = "the whole book with every hashed field, JSON Lines, for verify-ledger --export",
            content = @Content(mediaType = BookFile.MEDIA_TYPE, schema = @Schema(type = "string")))
    public static final class Whole {
        private final BookAnswers books;

        public Whole(BookAnswers books) {
            this.books = books;
        }

        @GET
        @Path("/api/v1/pools/{slug}/ledger.jsonl")
        public Response pool(@PathParam("slug") String slug) {
            return books.file(BookName.Kind.POOL, slug);
        }

        @GET
        @Path("/api/v1/floods/{slug}/ledger.jsonl")
        public Response flood(@PathParam("slug") String slug) {
            return books.file(BookName.Kind.FLOOD, slug);
        }

        @GET
        @Path("/api/v1/operators/{slug}/ledger.jsonl")
        public Response operator(@PathParam("slug") String slug) {
            return books.file(BookName.Kind.OPERATOR, slug);
        }
    }
}
