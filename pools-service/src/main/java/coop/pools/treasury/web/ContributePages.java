package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.ContributionState;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** The form for putting money into a Pool, for members and guests. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ContributePages {
    private static final String TEMPLATE = "/templates/treasury/contribute.ftlh";

    private final Pages pages;
    private final StartContribution start;
    private final ReadContributions contributions;

    public ContributePages(Pages pages, StartContribution start, ReadContributions contributions) {
        this.pages = pages;
        this.start = start;
        this.contributions = contributions;
    }

    @GET
    @Path("/pools/{slug}/contribute")
    public Page form(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("amount") String amount) {
        String typed = amount == null || amount.length() > 20 ? "" : amount;
        return pages.page(visit, TEMPLATE, model(contributions.pool(slug), new Typed("", typed, "", "")));
    }

    @POST
    @Path("/pools/{slug}/contribute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @FormParam("id") String formId,
            @FormParam("choice") String choice,
            @FormParam("amount") String amount,
            @FormParam("name") String name,
            @FormParam("email") String email) {
        Bodies.Body pool = contributions.pool(slug);
        try {
            boolean preset = amount == null || amount.isBlank();
            Money money = MoneyText.read("amount", preset ? choice : amount, Currency.getInstance(pool.currency()));
            StartContribution.Order order = new StartContribution.Order(
                    idOf(visit.newId(formId), money),
                    slug,
                    money,
                    Fields.optionalText("name", name, 120),
                    ContributionApi.GuestEmail.read("email", email));
            return Pages.seeOther(next(visit, order));
        } catch (Refused refused) {
            Typed typed = new Typed(shown(choice), shown(amount), shown(name), shown(email));
            return pages.again(visit, TEMPLATE, model(pool, typed), refused);
        }
    }

    /** The same form sent with another amount is another contribution. */
    private static UUID idOf(UUID form, Money money) {
        return IdSource.derivedId("contribution", form.toString(), String.valueOf(money.minorUnits()));
    }

    /** On to the processor's page; to our own when there is nothing to pay, or no page yet. */
    private String next(Visit visit, StartContribution.Order order) {
        String own = "/contributions/" + order.id();
        try {
            Contribution contribution = start.start(visit.caller(), order);
            return contribution
                    .page()
                    .filter(page -> contribution.state() == ContributionState.PENDING)
                    .map(PaymentPage::url)
                    .orElse(own);
        } catch (Refused refused) {
            if (refused.code() == TreasuryRefusal.PROCESSOR_UNREACHABLE
                    || refused.code() == TreasuryRefusal.PAYMENT_REFUSED) {
                return own;
            }
            throw refused;
        }
    }

    private Model model(Bodies.Body pool, Typed typed) {
        Currency currency = Currency.getInstance(pool.currency());
        ChargeLimits limits = contributions.limits(currency);
        long base = Math.max(500, limits.minimumMinor() * 4);
        List<Preset> presets = LongStream.of(1, 2, 5, 10)
                .mapToObj(times -> preset(new Money(base * times, currency)))
                .toList();
        String least = MoneyText.of(new Money(limits.minimumMinor(), currency));
        return new Model(BodyPlace.of(pool), pool.currency(), presets, least, typed);
    }

    private Preset preset(Money amount) {
        String fee = MoneyText.of(contributions.expectedFee(amount));
        return new Preset(MoneyText.plain(amount), MoneyText.of(amount), "Card fee about " + fee);
    }

    private static String shown(String sent) {
        return sent == null || sent.length() > 254 ? "" : sent;
    }

    /** What the page shows. */
    public record Model(BodyPlace body, String currency, List<Preset> presets, String least, Typed typed) {}

    /** An amount to choose. */
    public record Preset(String value, String label, String hint) {}

    /** The form as it was sent. */
    public record Typed(String choice, String amount, String name, String email) {}
}
