package coop.pools.flood.web;

import coop.pools.bylaws.AgreementHtml;
import coop.pools.bylaws.BylawsVersion;
import coop.pools.flood.domain.Flood;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** The page of a Flood's compact: its rules in force and its text. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class CompactPages {
    private final Pages pages;
    private final FloodReaders readers;

    public CompactPages(Pages pages, FloodReaders readers) {
        this.pages = pages;
        this.readers = readers;
    }

    @GET
    @Path("/floods/{slug}/compact")
    public Page compact(@Context Visit visit, @PathParam("slug") String slug) {
        Flood flood = readers.floods().bySlug(slug);
        BylawsVersion version = readers.bylaws().current(flood.id());
        return pages.page(
                visit,
                "/templates/flood/compact.ftlh",
                new CompactModel(
                        flood.slug(),
                        flood.name(),
                        version.version(),
                        InstantText.day(version.adoptedAt()),
                        version.sha256(),
                        AgreementHtml.html(version.text()),
                        CompactRule.all(readers.bylaws().rules(version)),
                        readers.holders().stewards().of(flood)));
    }

    /** What the page shows. */
    public record CompactModel(
            String slug,
            String floodName,
            int version,
            String adopted,
            String sha256,
            String html,
            List<CompactRule> rules,
            StewardLines.Shown stewards) {}
}
