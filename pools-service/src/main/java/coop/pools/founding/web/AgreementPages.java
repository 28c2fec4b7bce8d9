package coop.pools.founding.web;

import coop.pools.bylaws.AgreementHtml;
import coop.pools.bylaws.domain.Agreement;
import coop.pools.founding.FoundingTerms;
import coop.pools.founding.Wish;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import java.util.Optional;

/** The published agreements as a new Pool would adopt them today, to be read before founding one. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class AgreementPages {
    private final Pages pages;
    private final Sentences sentences;
    private final FoundingTerms terms;

    public AgreementPages(Pages pages, Sentences sentences, FoundingTerms terms) {
        this.pages = pages;
        this.sentences = sentences;
        this.terms = terms;
    }

    /** With the rules as the edition proposes them; {@code name} is what the Pool would be called. */
    @GET
    @Path("/agreements/{form}")
    public Page agreement(@Context Visit visit, @PathParam("form") String form, @QueryParam("name") String name) {
        String called = Fields.optionalText("name", name, 120);
        Wish wish = new Wish(
                "",
                "",
                Optional.of(called).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(form),
                Optional.empty(),
                Map.of());
        Agreement agreement = terms.of(wish, "Your Pool").agreement();
        return pages.page(
                visit,
                "/templates/founding/agreement.ftlh",
                new AgreementModel(
                        sentences.filled("bylaws.form." + form, form, Map.of()),
                        agreement.edition().edition(),
                        AgreementHtml.html(agreement.text())));
    }

    /** What the page shows. */
    public record AgreementModel(String form, String edition, String html) {}
}
