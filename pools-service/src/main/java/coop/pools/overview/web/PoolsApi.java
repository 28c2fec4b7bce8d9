package coop.pools.overview.web;

import coop.pools.overview.PoolCard;
import coop.pools.overview.ReadHome;
import coop.pools.overview.ReadPoolOverview;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Pools, for everybody to read. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PoolsApi {
    private final ReadHome home;
    private final ReadPoolOverview overviews;

    public PoolsApi(ReadHome home, ReadPoolOverview overviews) {
        this.home = home;
        this.overviews = overviews;
    }

    /** All Pools in the order of their slugs. */
    @GET
    @Path("/api/v1/pools")
    public PoolList list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        int most = Fields.limit(limit);
        List<PoolCard> cards = home.allPools(Fields.optionalText("after", after, 80), most + 1);
        String next = cards.size() > most ? cards.get(most - 1).pool().slug() : null;
        return new PoolList(cards.stream().limit(most).map(Item::of).toList(), next);
    }

    @GET
    @Path("/api/v1/pools/{slug}")
    public PoolJson one(@PathParam("slug") String slug) {
        return read(slug);
    }

    /** A Pool as the API shows it; other resources answer with it too. */
    public PoolJson read(String slug) {
        return PoolJson.of(overviews.of(slug));
    }

    /** A page of Pools; {@code next} is the {@code after} of the next one. */
    public record PoolList(List<Item> items, String next) {}

    /** A Pool in the list. */
    public record Item(
            String slug,
            String name,
            String currency,
            long members,
            MoneyJson available,
            int openVotes,
            Instant createdAt) {
        static Item of(PoolCard card) {
            return new Item(
                    card.pool().slug(),
                    card.pool().name(),
                    card.pool().currency(),
                    card.members(),
                    MoneyJson.of(card.available()),
                    card.openVotes(),
                    card.pool().createdAt());
        }
    }
}
