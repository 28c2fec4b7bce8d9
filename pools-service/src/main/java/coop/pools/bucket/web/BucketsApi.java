package coop.pools.bucket.web;

import coop.pools.bucket.OpenBucket;
import coop.pools.bucket.ReadBuckets;
import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.IdSource;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
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
    private final ReadPools pools;
    private final IdSource ids;

    public BucketsApi(OpenBucket open, ReadBuckets buckets, ReadPools pools, IdSource ids) {
        this.open = open;
        this.buckets = buckets;
        this.pools = pools;
        this.ids = ids;
    }

    @GET
    @Path("/api/v1/pools/{slug}/buckets")
    public BucketJson.Buckets list(@PathParam("slug") String slug) {
        return new BucketJson.Buckets(buckets.ofPool(pools.bySlug(slug).id()).stream()
                .map(BucketJson::of)
                .toList());
    }

    @POST
    @Path("/api/v1/pools/{slug}/buckets")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "opened, and empty",
            content = @Content(schema = @Schema(implementation = BucketJson.class)))
    public Response open(@Context Visit visit, @PathParam("slug") String slug, NewBucket sent) {
        NewBucket body = Fields.required("body", sent);
        Pool pool = pools.bySlug(slug);
        Bucket bucket = open.open(
                visit.caller(),
                new OpenBucket.Wish(
                        visit.newId(ids),
                        slug,
                        Fields.text("name", body.name(), 80),
                        Fields.optionalText("purpose", body.purpose(), 600),
                        Optional.ofNullable(body.goal()).map(goal -> BucketFields.goal(pool, goal.positive("goal")))));
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
