package coop.pools.flood.web;

import coop.pools.flood.FloodCard;
import coop.pools.flood.FloodView;
import coop.pools.flood.ReadFloods;
import coop.pools.governance.domain.BodyRef;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** All Floods, and one Flood's own page: what it holds, whose money it is, what is being decided. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class FloodPages {
    private static final int PAGE = 24;
    private static final int LATEST = 5;

    private final Pages pages;
    private final FloodReaders readers;
    private final Clock clock;

    public FloodPages(Pages pages, FloodReaders readers, Clock clock) {
        this.pages = pages;
        this.readers = readers;
        this.clock = clock;
    }

    @GET
    @Path("/floods")
    public Page all(@Context Visit visit, @QueryParam("after") String after) {
        ReadFloods.FloodList list = readers.floods().list(Fields.optionalText("after", after, 80), PAGE);
        String next = list.next().map(slug -> "/floods?after=" + slug).orElse("");
        return pages.page(
                visit,
                "/templates/flood/floods.ftlh",
                new FloodsModel(list.items().stream().map(Tile::of).toList(), next));
    }

    @GET
    @Path("/floods/{slug}")
    public Response one(@Context Visit visit, @PathParam("slug") String slug) {
        FloodView view = readers.view(slug);
        return view.flood().commons()
                ? Pages.seeOther("/commons")
                : Response.ok(page(visit, view)).build();
    }

    private Page page(Visit visit, FloodView view) {
        Instant now = clock.instant();
        FloodPage.Visitor visitor =
                visit.caller().reader().map(readers::visitor).orElse(FloodPage.Visitor.GUEST);
        FloodPage.Latest latest = new FloodPage.Latest(
                readers.votes(visit.caller(), view, visitor, now),
                readers.invitations(visit.caller(), view, now),
                readers.books().before(view.flood().id(), Long.MAX_VALUE, LATEST),
                readers.pledged(view.flood()),
                SwarmPicture.of(readers.swarm().of(view)),
                readers.rounds().running(BodyRef.flood(view.flood().id())),
                readers.stopping(view),
                readers.mergers(view.flood(), now),
                readers.holders().stewards().of(view.flood()),
                readers.coming(view.flood()));
        return pages.page(visit, "/templates/flood/flood.ftlh", FloodPage.of(view, visitor, latest, now));
    }

    /** What the list shows; {@code next} is empty on its last page. */
    public record FloodsModel(List<Tile> floods, String next) {}

    /** A Flood in the list. */
    public record Tile(String slug, String name, String purpose, int pools, long people, String available) {
        static Tile of(FloodCard card) {
            return new Tile(
                    card.flood().slug(),
                    card.flood().name(),
                    card.flood().purpose(),
                    card.pools(),
                    card.people(),
                    MoneyText.of(card.available()));
        }
    }
}
