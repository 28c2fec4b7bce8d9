package coop.pools.exit.web;

import coop.pools.exit.ReadExits;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** What those get who have left a Pool, and what still waits. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ExitPages {
    private final Pages pages;
    private final ReadPools pools;
    private final ReadExits exits;

    public ExitPages(Pages pages, ReadPools pools, ReadExits exits) {
        this.pages = pages;
        this.pools = pools;
        this.exits = exits;
    }

    @GET
    @Path("/pools/{slug}/exits")
    public Page list(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = pools.bySlug(slug);
        List<Item> items =
                exits.ofPool(visit.caller(), pool.id()).stream().map(Item::of).toList();
        return pages.page(visit, "/templates/exit/exits.ftlh", new Model("/pools/" + pool.slug(), pool.name(), items));
    }

    /** What the page shows. */
    public record Model(String url, String poolName, List<Item> items) {}

    /**
     * A claim.
     *
     * @param lowered by how much the share fell because gifts were taken back; empty when by nothing
     * @param waits what waits for money to come in; empty when nothing does
     * @param bank where the caller gives bank details; empty when there is no need
     */
    public record Item(
            String when,
            String reason,
            String amount,
            String lowered,
            String given,
            String paid,
            String aside,
            String waits,
            boolean mine,
            String bank) {
        static Item of(ReadExits.Line line) {
            boolean asks = line.mine()
                    && line.payee().filter(payee -> !payee.isReady()).isPresent();
            return new Item(
                    InstantText.day(line.claim().askedAt()),
                    line.claim().reason(),
                    MoneyText.of(line.claim().amount()),
                    line.claim().lowered().isZero()
                            ? ""
                            : MoneyText.of(line.claim().lowered()),
                    MoneyText.of(line.claim().given()),
                    MoneyText.of(line.paid()),
                    line.aside().isZero() ? "" : MoneyText.of(line.aside()),
                    line.waits().isZero() ? "" : MoneyText.of(line.waits()),
                    line.mine(),
                    asks ? "/payees/" + line.payee().orElseThrow().id() : "");
        }
    }
}
