package coop.pools.overview.web;

import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.web.BookPage;
import coop.pools.ledger.web.BookWords;
import coop.pools.overview.ReadTreasury;
import coop.pools.overview.TreasuryOverview;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The treasurer's page of a Pool: what there is, what came and went, what waits, and a search over the book. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class TreasuryPages {
    private static final String TEMPLATE = "/templates/overview/treasury.ftlh";
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
    public Response one(@Context Visit visit, @PathParam("slug") String slug, @BeanParam TreasuryFilter filter) {
        TreasuryOverview overview = treasury.of(slug);
        try {
            return Response.ok(pages.page(visit, TEMPLATE, model(overview, found(visit, overview, filter))))
                    .build();
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.INVALID) {
                throw refused;
            }
            TreasuryPage.Search nothing = new TreasuryPage.Search(filter.typed(), List.of(), "");
            return pages.again(visit, TEMPLATE, model(overview, nothing), refused);
        }
    }

    private TreasuryPage.Search found(Visit visit, TreasuryOverview overview, TreasuryFilter filter) {
        List<Entry> found = treasury.found(
                overview.pool(), filter.beforeSeq(), filter.read(overview.pool().money()), PAGE + 1);
        List<BookPage.Line> lines = words.of(overview.pool().id())
                .lines(visit.caller(), found.stream().limit(PAGE).toList());
        String older = found.size() <= PAGE
                ? ""
                : "/pools/" + overview.pool().slug() + "/treasury?" + filter.query() + "&before="
                        + found.get(PAGE - 1).seq() + "#entries";
        return new TreasuryPage.Search(filter.typed(), lines, older);
    }

    private TreasuryPage model(TreasuryOverview overview, TreasuryPage.Search search) {
        BookWords.OfBook named = words.of(overview.pool().id());
        return TreasuryPage.of(overview, search, account -> named.side(account).words());
    }
}
