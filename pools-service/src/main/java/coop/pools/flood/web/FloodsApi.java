package coop.pools.flood.web;

import coop.pools.flood.FloodCard;
import coop.pools.flood.FoundFlood;
import coop.pools.flood.NewFlood;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.IdSource;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Floods: founded by a member of one of their Pools, for everybody to read. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class FloodsApi {
    private final FoundFlood foundFlood;
    private final FloodReaders readers;
    private final IdSource ids;

    public FloodsApi(FoundFlood foundFlood, FloodReaders readers, IdSource ids) {
        this.foundFlood = foundFlood;
        this.readers = readers;
        this.ids = ids;
    }

    /** 201 with the Flood; a vote on joining has been opened in every Pool that was named. */
    @POST
    @Path("/api/v1/floods")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "founded",
            content = @Content(schema = @Schema(implementation = FloodJson.class)))
    public Response found(@Context Visit visit, FloodWish sent) {
        FloodWish body = Fields.required("body", sent);
        NewFlood wish = new NewFlood(
                FloodFields.name(body.name()),
                FloodFields.purpose(body.purpose()),
                FloodFields.currency(body.currency()),
                FloodFields.pools(body.pools()),
                body.floods() == null ? List.of() : FloodFields.floods(body.floods()),
                FloodFields.compact(body.compact()));
        Flood flood = foundFlood.found(visit.caller(), visit.newId(ids), wish);
        return Response.created(URI.create("/api/v1/floods/" + flood.slug()))
                .entity(one(flood.slug()))
                .build();
    }

    /** All Floods in the order of their slugs. */
    @GET
    @Path("/api/v1/floods")
    public Floods list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        ReadFloods.FloodList list = readers.floods().list(Fields.optionalText("after", after, 80), Fields.limit(limit));
        return new Floods(list.items().stream().map(FloodItem::of).toList(), list.next());
    }

    @GET
    @Path("/api/v1/floods/{slug}")
    public FloodJson one(@PathParam("slug") String slug) {
        Flood flood = readers.floods().bySlug(slug);
        return FloodJson.of(
                readers.floods().view(flood),
                readers.running(flood),
                readers.pledged(flood),
                readers.holders().stewards().json(flood));
    }

    /**
     * A Flood to found.
     *
     * @param pools slugs of Pools
     * @param floods slugs of active Floods; may be missing. With the Pools they are 2 to 50
     * @param compact rules that differ from the compact's own values; may be missing
     */
    public record FloodWish(
            String name,
            String purpose,
            String currency,
            List<String> pools,
            List<String> floods,
            Map<String, Object> compact) {}

    /** A part of all Floods; {@code next} is the {@code after} of the next one. */
    public record Floods(List<FloodItem> items, Optional<String> next) {}

    /** A Flood in the list; {@code pools} and {@code people} count those who belong to it now. */
    public record FloodItem(
            String slug,
            String name,
            String purpose,
            String currency,
            int pools,
            long people,
            MoneyJson available,
            String state,
            Instant createdAt) {
        static FloodItem of(FloodCard card) {
            return new FloodItem(
                    card.flood().slug(),
                    card.flood().name(),
                    card.flood().purpose(),
                    card.flood().currency(),
                    card.pools(),
                    card.people(),
                    MoneyJson.of(card.available()),
                    card.flood().state().word(),
                    card.flood().createdAt());
        }
    }
}
