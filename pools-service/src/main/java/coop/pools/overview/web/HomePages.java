package coop.pools.overview.web;

import coop.pools.flood.FloodCard;
import coop.pools.kernel.Scope;
import coop.pools.notify.NoticeStore.Told;
import coop.pools.notify.ReadNotices;
import coop.pools.overview.PoolCard;
import coop.pools.overview.ReadHome;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** The front page and the list of Pools. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class HomePages {
    private static final int SOME = 6;
    private static final int FEW = 3;
    private static final int PAGE = 24;

    private final Pages pages;
    private final ReadHome home;
    private final ReadNotices notices;

    public HomePages(Pages pages, ReadHome home, ReadNotices notices) {
        this.pages = pages;
        this.home = home;
        this.notices = notices;
    }

    @GET
    public Page home(@Context Visit visit) {
        boolean mine = visit.caller().scopes().contains(Scope.READ);
        Home model = mine
                ? new Home(
                        home.poolsOf(visit.caller()).stream().map(Card::of).toList(),
                        home.floodsOf(visit.caller()).stream()
                                .map(FloodTile::of)
                                .toList(),
                        home.invitationsOf(visit.caller()).stream()
                                .map(pool -> new Invitation("/pools/" + pool.slug() + "/join", pool.name()))
                                .toList(),
                        Messages.of(notices.unread(visit.caller(), FEW)))
                : new Home(
                        home.allPools("", SOME).stream().map(Card::of).toList(),
                        home.someFloods(SOME).stream().map(FloodTile::of).toList(),
                        List.of(),
                        Messages.NONE);
        return pages.page(visit, "/templates/overview/home.ftlh", model);
    }

    @GET
    @Path("pools")
    public Page pools(@Context Visit visit, @QueryParam("after") String after) {
        List<PoolCard> cards = home.allPools(Fields.optionalText("after", after, 80), PAGE + 1);
        String next = cards.size() > PAGE
                ? "/pools?after=" + cards.get(PAGE - 1).pool().slug()
                : "";
        List<Card> shown = cards.stream().limit(PAGE).map(Card::of).toList();
        return pages.page(visit, "/templates/overview/pools.ftlh", new PoolsPage(shown, next));
    }

    /** What the front page shows. */
    public record Home(List<Card> pools, List<FloodTile> floods, List<Invitation> invitations, Messages messages) {}

    /** What I was told and have not read: the newest few, and how many there are. */
    public record Messages(List<Told> newest, long count) {
        static final Messages NONE = new Messages(List.of(), 0);

        static Messages of(ReadNotices.Unread unread) {
            return new Messages(unread.newest(), unread.count());
        }
    }

    /** What the list of Pools shows. */
    public record PoolsPage(List<Card> pools, String next) {}

    /** A Pool. */
    public record Card(String slug, String name, long members, String available, int openVotes) {
        static Card of(PoolCard card) {
            return new Card(
                    card.pool().slug(),
                    card.pool().name(),
                    card.members(),
                    MoneyText.of(card.available()),
                    card.openVotes());
        }
    }

    /** A Flood. */
    public record FloodTile(String slug, String name, int pools, long people, String available) {
        static FloodTile of(FloodCard card) {
            return new FloodTile(
                    card.flood().slug(),
                    card.flood().name(),
                    card.pools(),
                    card.people(),
                    MoneyText.of(card.available()));
        }
    }

    /** A Pool that waits for an answer. */
    public record Invitation(String url, String pool) {}
}
