package coop.pools.payout.web;

import coop.pools.kernel.Refused;
import coop.pools.payout.OnboardPayee;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.RefreshPayee;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody sees who was invited to be paid: no account here is needed, only the link. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class OnboardingPages {
    private static final String BEGIN = "/templates/payout/onboarding.ftlh";
    private static final String BACK = "/templates/payout/onboarded.ftlh";

    private final Pages pages;
    private final OnboardPayee onboard;
    private final RefreshPayee refresh;
    private final ReadPayees payees;
    private final Optional<String> defaultCountry;

    public OnboardingPages(
            Pages pages,
            OnboardPayee onboard,
            RefreshPayee refresh,
            ReadPayees payees,
            Optional<String> defaultCountry) {
        this.pages = pages;
        this.onboard = onboard;
        this.refresh = refresh;
        this.payees = payees;
        this.defaultCountry = defaultCountry;
    }

    @GET
    @Path("/payees/{id}/onboarding")
    public Page invited(@Context Visit visit, @PathParam("id") String id, @QueryParam("token") String token) {
        Payee payee = onboard.invited(Fields.pathId(id), secret(token));
        return pages.page(visit, BEGIN, model(payee, token, ""));
    }

    @POST
    @GuestsToo
    @Path("/payees/{id}/onboarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("token") String token,
            @FormParam("country") String country) {
        Payee payee = onboard.invited(Fields.pathId(id), secret(token));
        try {
            Optional<String> chosen = Optional.ofNullable(country).filter(code -> !code.isBlank());
            return Pages.seeOther(onboard.begin(payee.id(), token, chosen));
        } catch (Refused refused) {
            return pages.again(visit, BEGIN, model(payee, token, country == null ? "" : country), refused);
        }
    }

    /** The processor's link was used or too old: on to a new one. */
    @GET
    @Path("/payees/{id}/onboarding/again")
    public Response again(@Context Visit visit, @PathParam("id") String id, @QueryParam("token") String token) {
        Payee payee = onboard.invited(Fields.pathId(id), secret(token));
        try {
            return Pages.seeOther(onboard.begin(payee.id(), token, Optional.empty()));
        } catch (Refused refused) {
            return pages.again(visit, BEGIN, model(payee, token, ""), refused);
        }
    }

    /** Coming back proves nothing: the account is read anew. */
    @GET
    @Path("/payees/{id}/onboarded")
    public Response back(@Context Visit visit, @PathParam("id") String id, @QueryParam("token") String token) {
        Payee invited = onboard.invited(Fields.pathId(id), secret(token));
        Payee payee = refresh.present(invited.id());
        Response.ResponseBuilder answer = Response.ok(pages.page(visit, BACK, model(payee, token, "")));
        if (payee.state() == PayeeState.PENDING) {
            answer.header("Refresh", "10");
        }
        return answer.build();
    }

    private static String secret(String token) {
        return token == null || token.length() > 100 ? "" : token;
    }

    private Model model(Payee payee, String token, String country) {
        String chosen =
                country.isEmpty() ? payee.country().or(() -> defaultCountry).orElse("") : country;
        return new Model(
                payee.id().toString(),
                BodyPlace.of(payees.body(payee.body())),
                payee.name(),
                payees.isByHand(payee.body())
                        ? PayeePages.BY_HAND
                        : payee.state().word(),
                token,
                payee.accountId().isPresent(),
                chosen,
                countries());
    }

    private static List<Country> countries() {
        return OnboardPayee.countries().stream()
                .map(code -> new Country(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Country::label))
                .toList();
    }

    /** What the pages show. */
    public record Model(
            String id,
            BodyPlace body,
            String name,
            String state,
            String token,
            boolean begun,
            String country,
            List<Country> countries) {}

    /** A country to choose. */
    public record Country(String value, String label) {}
}
