package coop.pools.demo.web;

import coop.pools.demo.PlaySandbox;
import coop.pools.integrations.payments.sandbox.PayResult;
import coop.pools.integrations.payments.sandbox.SandboxSubscription;
import coop.pools.kernel.Money;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.Visit;
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
import java.util.Map;

/**
 * The sandbox processor's page on which the payer of a recurring contribution gives another card, and pays what is open
 * with it; there only while payments are {@code sandbox}.
 */
@Hidden
@GuestsToo
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class SandboxCardPages {
    private static final String TEMPLATE = "/templates/demo/card.ftlh";

    private final Pages pages;
    private final PlaySandbox play;
    private final Sentences sentences;

    public SandboxCardPages(Pages pages, PlaySandbox play, Sentences sentences) {
        this.pages = pages;
        this.play = play;
        this.sentences = sentences;
    }

    @GET
    @Path("/sandbox/card/{customer}")
    public Page card(@Context Visit visit, @PathParam("customer") String customer) {
        return pages.page(visit, TEMPLATE, model(customer, "", false));
    }

    @POST
    @Path("/sandbox/card/{customer}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page change(@Context Visit visit, @PathParam("customer") String customer, @FormParam("card") String card) {
        PayResult result = play.changeCard(customer, Fields.text("card", card, 40));
        boolean saved = result.status() == PayResult.Status.APPROVED;
        String why = saved ? "" : sentences.filled("sandbox.card." + result.code(), result.code(), Map.of());
        return pages.page(visit, TEMPLATE, model(customer, why, saved));
    }

    private Model model(String customer, String declined, boolean saved) {
        SandboxSubscription subscription = play.customer(customer);
        return new Model(
                subscription.customerId(),
                subscription.title(),
                MoneyText.of(new Money(subscription.amountMinor(), subscription.currency())),
                subscription.ended(),
                declined,
                saved);
    }

    /** What the page shows. */
    public record Model(String customer, String title, String amount, boolean ended, String declined, boolean saved) {}
}
