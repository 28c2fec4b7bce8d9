package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.ContinuePayment;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.ContributionState;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One contribution's page: its state in plain words, its receipt, and the way on to paying. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ContributionPages {
    private static final String TEMPLATE = "/templates/treasury/contribution.ftlh";
    /** How long somebody may be expected to look at the page and wait. */
    private static final Duration WATCHED = Duration.ofMinutes(15);

    private final Pages pages;
    private final ReadContributions contributions;
    private final ContinuePayment continuePayment;
    private final Clock clock;

    public ContributionPages(
            Pages pages, ReadContributions contributions, ContinuePayment continuePayment, Clock clock) {
        this.pages = pages;
        this.contributions = contributions;
        this.continuePayment = continuePayment;
        this.clock = clock;
    }

    /** While it is pending the browser looks again by itself. */
    @GET
    @Path("/contributions/{id}")
    public Response show(@Context Visit visit, @PathParam("id") String id) {
        Contribution contribution = contributions.byId(Fields.pathId(id));
        Response.ResponseBuilder answer = Response.ok(pages.page(visit, TEMPLATE, model(visit, contribution)));
        boolean watched = contribution.createdAt().plus(WATCHED).isAfter(clock.instant());
        if (contribution.state() == ContributionState.PENDING && watched) {
            answer.header("Refresh", "5");
        }
        return answer.build();
    }

    @POST
    @Path("/contributions/{id}/pay")
    public Response pay(@Context Visit visit, @PathParam("id") String id) {
        Contribution contribution = contributions.byId(Fields.pathId(id));
        try {
            return Pages.seeOther(continuePayment.addressOf(contribution.id()));
        } catch (Refused refused) {
            Contribution present = contributions.byId(contribution.id());
            return pages.again(visit, TEMPLATE, model(visit, present), refused);
        }
    }

    private Model model(Visit visit, Contribution contribution) {
        Bodies.Body pool = contributions.poolOf(contribution);
        boolean mine = contribution.payer().person().filter(visit.caller()::is).isPresent();
        Optional<Settled> settled = contribution.settlement();
        Money expected = contributions.expectedFee(contribution.amount());
        String fee = settled.map(known -> MoneyText.of(known.fee())).orElse("about " + MoneyText.of(expected));
        String net = settled.map(known -> MoneyText.of(contribution.amount().minus(known.fee())))
                .orElse("");
        return new Model(
                contribution.id().toString(),
                BodyPlace.of(pool),
                MoneyText.of(contribution.amount()),
                MoneyText.plain(contribution.amount()),
                contribution.state().word(),
                fee,
                net,
                mine ? contribution.payer().name() : "",
                contribution.note(),
                InstantText.of(contribution.createdAt()),
                settled.map(known -> InstantText.day(known.availableOn())).orElse(""),
                steps(contribution));
    }

    private static List<Step> steps(Contribution contribution) {
        ContributionState state = contribution.state();
        Step begun = Step.at("Started", "done", contribution.createdAt());
        if (state == ContributionState.FAILED || state == ContributionState.EXPIRED) {
            String words = state == ContributionState.FAILED ? "The payment failed" : "Nobody paid in time";
            return List.of(begun, new Step(words, "stop", "", ""));
        }
        if (state == ContributionState.PENDING) {
            return List.of(begun, new Step("Paid by card", "now", "", ""), new Step("In the Pool", "next", "", ""));
        }
        Step paid = Step.at(
                "Paid by card", "done", contribution.payment().orElseThrow().paidAt());
        boolean in =
                contribution.payment().flatMap(Contribution.Payment::releaseAt).isEmpty()
                        && contribution.settlement().isPresent();
        return List.of(begun, paid, new Step("In the Pool", in ? "done" : "now", "", ""));
    }

    /** What the page shows; texts that do not apply are empty. */
    public record Model(
            String id,
            BodyPlace body,
            String amount,
            String plainAmount,
            String state,
            String fee,
            String net,
            String payer,
            String note,
            String startedOn,
            String availableOn,
            List<Step> steps) {}

    /** A step of the way; {@code state} is done, now, next or stop. */
    public record Step(String title, String state, String atIso, String atText) {
        static Step at(String title, String state, java.time.Instant at) {
            return new Step(title, state, at.toString(), InstantText.of(at));
        }
    }
}
