package coop.pools.bucket.web;

import coop.pools.bucket.OpenBucket;
import coop.pools.bucket.ReadBuckets;
import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Buckets: open one, and see what is in them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class BucketsApi {
    private final OpenBucket open;
    private final ReadBuckets buckets;
    private final Bodies bodies;
    private final IdSource ids;

    public BucketsApi(OpenBucket open, ReadBuckets buckets, Bodies bodies, IdSource ids) {
        this.open = open;
        this.buckets = buckets;
        this.bodies = bodies;
        this.ids = ids;
    }

    @GET
    @Path("/api/v1/pools/{slug}/buckets")
    public BucketJson.Buckets list(@PathParam("slug") String slug) {
        return list(BodyRef.Kind.POOL, slug);
    }

    @GET
    @Path("/api/v1/floods/{slug}/buckets")
    public BucketJson.Buckets listOfFlood(@PathParam("slug") String slug) {
        return list(BodyRef.Kind.FLOOD, slug);
    }

    private BucketJson.Buckets list(BodyRef.Kind kind, String slug) {
        return new BucketJson.Buckets(buckets.ofPool(body(kind, slug).ref().id()).stream()
                .map(BucketJson::of)
                .toList());
    }

    private Bodies.Body body(BodyRef.Kind kind, String slug) {
        return bodies.bySlug(kind, slug).map(bodies::read).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @POST
    @Path("/api/v1/pools/{slug}/buckets")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "opened, and empty",
            content = @Content(schema = @Schema(implementation = BucketJson.class)))
    public Response open(@Context Visit visit, @PathParam("slug") String slug, NewBucket sent) {
        return open(visit, BodyRef.Kind.POOL, slug, sent);
    }

    @POST
    @Path("/api/v1/floods/{slug}/buckets")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "opened, and empty",
            content = @Content(schema = @Schema(implementation = BucketJson.class)))
    public Response openInFlood(@Context Visit visit, @PathParam("slug") String slug, NewBucket sent) {
        return open(visit, BodyRef.Kind.FLOOD, slug, sent);
    }

    private Response open(Visit visit, BodyRef.Kind kind, String slug, NewBucket sent) {
        NewBucket body = Fields.required("body", sent);
        String currency = body(kind, slug).currency();
        Bucket bucket = open.open(
                visit.caller(),
                new OpenBucket.Wish(
                        visit.newId(ids),
                        kind,
                        slug,
                        Fields.text("name", body.name(), 80),
                        Fields.optionalText("purpose", body.purpose(), 600),
                        Optional.ofNullable(body.goal())
                                .map(goal -> BucketFields.goal(currency, goal.positive("goal")))));
        return Response.status(201)
                .entity(BucketJson.of(buckets.read(bucket.id())))
                .build();
    }

    @GET
    @Path("/api/v1/buckets/{id}")
    public BucketJson read(@PathParam("id") String id) {
        return BucketJson.of(buckets.read(Fields.pathId(id)));
    }

    /**
     * A bucket to open.
     *
     * @param purpose may be missing
     * @param goal how much is wanted; may be missing
     */
    public record NewBucket(String name, String purpose, MoneyJson goal) {}
}
