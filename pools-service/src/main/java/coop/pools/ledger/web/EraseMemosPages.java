package coop.pools.ledger.web;

import coop.pools.ledger.EraseMemos;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Where a person takes their own words out of the public books. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class EraseMemosPages {
    private final Pages pages;
    private final EraseMemos eraseMemos;

    public EraseMemosPages(Pages pages, EraseMemos eraseMemos) {
        this.pages = pages;
        this.eraseMemos = eraseMemos;
    }

    @GET
    @Path("/me/books")
    public Page ask(@Context Visit visit, @QueryParam("said") String said) {
        visit.caller().requireAll();
        return pages.saying(visit, "/templates/ledger/erase.ftlh", new Model(), said);
    }

    @POST
    @Path("/me/books")
    public Response erase(@Context Visit visit) {
        int erased = eraseMemos.erase(visit.caller());
        return Pages.seeOther("/me/books?said=" + (erased == 0 ? "nothing-to-erase" : "words-erased"));
    }

    /** The page shows nothing of the person's. */
    public record Model() {}
}
