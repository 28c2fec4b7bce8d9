package coop.pools.custody.web;

import coop.pools.custody.OpenAccount;
import coop.pools.custody.WatchAccounts;
import coop.pools.governance.Bodies;
import coop.pools.kernel.Money;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.web.BodyPlace;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page about who holds a Pool's money and who carries its payments out; everybody may see it. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class CustodyPages {
    private static final String TEMPLATE = "/templates/custody/custody.ftlh";

    private final Pages pages;
    private final CustodyShowing showing;
    private final OpenAccount open;
    private final WatchAccounts watch;
    private final String defaultCountry;

    public CustodyPages(
            Pages pages, CustodyShowing showing, OpenAccount open, WatchAccounts watch, String defaultCountry) {
        this.pages = pages;
        this.showing = showing;
        this.open = open;
        this.watch = watch;
        this.defaultCountry = defaultCountry;
    }

    @GET
    @Path("/pools/{slug}/custody")
    public Page show(@Context Visit visit, @PathParam("slug") String slug) {
        Bodies.Body pool = showing.pool(slug);
        boolean begun =
                showing.json(pool).account().filter("onboarding"::equals).isPresent();
        if (begun && visit.signedIn()) {
            watch.look(pool.ref().id());
        }
        return pages.page(visit, TEMPLATE, model(visit, pool, ""));
    }

    @POST
    @Path("/pools/{slug}/custody/account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@Context Visit visit, @PathParam("slug") String slug, @FormParam("country") String country) {
        Bodies.Body pool = showing.pool(slug);
        try {
            Optional<String> chosen = Optional.ofNullable(country).filter(code -> !code.isBlank());
            return Pages.seeOther(open.begin(visit.caller(), slug, chosen));
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.UNAUTHENTICATED) {
                throw refused;
            }
            return pages.again(visit, TEMPLATE, model(visit, pool, country == null ? "" : country), refused);
        }
    }

    private Model model(Visit visit, Bodies.Body pool, String country) {
        CustodyJson json = showing.json(pool);
        boolean steward =
                json.stewards().stream().anyMatch(one -> visit.caller().is(one.id()));
        return new Model(
                BodyPlace.of(pool),
                json,
                json.account().orElse(""),
                json.accountBegun().orElse(false),
                steward,
                showing.isMember(visit.caller(), pool),
                json.open().stream().map(Open::of).toList(),
                country.isEmpty() ? defaultCountry : country,
                countries());
    }

    private static List<Country> countries() {
        return OpenAccount.countries().stream()
                .map(code -> new Country(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Country::label))
                .toList();
    }

    /**
     * What the page shows.
     *
     * @param account onboarding or active; empty when the operator holds the money
     * @param begun whether a steward has begun to open it
     * @param steward whether who looks is one
     * @param member whether who looks may make a proposal
     */
    public record Model(
            BodyPlace body,
            CustodyJson custody,
            String account,
            boolean begun,
            boolean steward,
            boolean member,
            List<Open> open,
            String country,
            List<Country> countries) {}

    /** What is open with who held the money before; texts are empty where there is nothing. */
    public record Open(boolean operator, String owed, String left) {
        static Open of(CustodyJson.OpenJson open) {
            return new Open(open.with().equals("operator"), text(open.owed()), text(open.left()));
        }

        private static String text(MoneyJson money) {
            return money.amountMinor() == 0 ? "" : MoneyText.of(Money.of(money.amountMinor(), money.currency()));
        }
    }

    /** A country to choose. */
    public record Country(String value, String label) {}
}
