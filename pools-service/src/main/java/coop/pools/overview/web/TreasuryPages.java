package coop.pools.overview.web;

import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.web.BookPage;
import coop.pools.ledger.web.BookWords;
import coop.pools.overview.ReadTreasury;
import coop.pools.overview.TreasuryOverview;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** The treasurer's page of a Pool: what there is, what came and went, what waits, and a search over the book. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class TreasuryPages {
    private static final int PAGE = 50;

    private final Pages pages;
    private final ReadTreasury treasury;
    private final BookWords words;

    public TreasuryPages(Pages pages, ReadTreasury treasury, BookWords words) {
        this.pages = pages;
        this.treasury = treasury;
        this.words = words;
    }

    @GET
    @Path("/pools/{slug}/treasury")
    public Page one(@Context Visit visit, @PathParam("slug") String slug, @BeanParam TreasuryFilter filter) {
        TreasuryOverview overview = treasury.of(slug);
        List<Entry> found = treasury.found(
                overview.pool(), filter.beforeSeq(), filter.read(overview.pool().money()), PAGE + 1);
        List<BookPage.Line> lines = found.stream().limit(PAGE).map(words::line).toList();
        String older = found.size() <= PAGE
                ? ""
                : "/pools/" + slug + "/treasury?" + filter.query() + "&before="
                        + found.get(PAGE - 1).seq() + "#entries";
        TreasuryPage.Search search = new TreasuryPage.Search(filter.typed(), lines, older);
        return pages.page(
                visit,
                "/templates/overview/treasury.ftlh",
                TreasuryPage.of(overview, search, account -> words.side(account).words()));
    }
}
