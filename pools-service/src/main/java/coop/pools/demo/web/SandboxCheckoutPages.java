package coop.pools.demo.web;

import coop.pools.demo.PlaySandbox;
import coop.pools.integrations.payments.sandbox.PayResult;
import coop.pools.integrations.payments.sandbox.SandboxCheckout;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The sandbox processor's card page and its 3-D Secure step; there only while payments are {@code sandbox}. */
@Hidden
@GuestsToo
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class SandboxCheckoutPages {
    private static final String TEMPLATE = "/templates/demo/checkout.ftlh";

    private final Pages pages;
    private final PlaySandbox play;
    private final Sentences sentences;
    private final Clock clock;

    public SandboxCheckoutPages(Pages pages, PlaySandbox play, Sentences sentences, Clock clock) {
        this.pages = pages;
        this.play = play;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GET
    @Path("/sandbox/checkout/{id}")
    public Page card(@Context Visit visit, @PathParam("id") String id) {
        return pages.page(visit, TEMPLATE, model(play.checkout(id), ""));
    }

    @POST
    @Path("/sandbox/checkout/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(
            @Context Visit visit,
            @PathParam("id") String id,
            @FormParam("card") String card,
            @FormParam("expiry") String expiry,
            @FormParam("cvc") String cvc) {
        try {
            String number = Fields.text("card", card, 40);
            if (expiry == null || !expiry.strip().matches("(0[1-9]|1[0-2])\\s*/?\\s*[0-9]{2}")) {
                throw Fields.invalid("expiry", "write it like 12/34");
            }
            if (cvc == null || !cvc.strip().matches("[0-9]{3,4}")) {
                throw Fields.invalid("cvc", "three or four digits");
            }
            return after(visit, id, play.pay(id, number));
        } catch (Refused refused) {
            return pages.again(visit, TEMPLATE, model(play.checkout(id), ""), refused);
        }
    }

    @POST
    @Path("/sandbox/checkout/{id}/bank")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bank(@Context Visit visit, @PathParam("id") String id, @FormParam("answer") String answer) {
        return after(visit, id, play.answerBank(id, "confirm".equals(answer)));
    }

    private Response after(Visit visit, String id, PayResult result) {
        SandboxCheckout checkout = play.checkout(id);
        return switch (result.status()) {
            case APPROVED, ALREADY_PAID, PROCESSING ->
                Response.seeOther(URI.create(checkout.filledSuccessUrl())).build();
            case AUTHENTICATION_NEEDED -> Pages.seeOther("/sandbox/checkout/" + id);
            case DECLINED, INVALID, EXPIRED -> {
                String why = sentences.filled("sandbox.card." + result.code(), result.code(), Map.of());
                yield Response.ok(pages.page(visit, TEMPLATE, model(checkout, why)))
                        .build();
            }
        };
    }

    private Model model(SandboxCheckout checkout, String declined) {
        boolean over = checkout.expired(clock.instant());
        return new Model(
                checkout.id(),
                checkout.title(),
                MoneyText.of(new Money(checkout.amountMinor(), checkout.currency())),
                over ? "expired" : checkout.state().name().toLowerCase(java.util.Locale.ROOT),
                declined,
                checkout.cancelUrl(),
                HINTS);
    }

    private static final List<Hint> HINTS = List.of(
            new Hint("4242 4242 4242 4242", "pays"),
            new Hint("4000 0025 0000 3155", "asks your bank first (3-D Secure)"),
            new Hint("4000 0000 0000 9995", "is declined: not enough money"),
            new Hint("4000 0000 0000 0002", "is declined without a reason"),
            new Hint("4000 0000 0000 0069", "has expired"),
            new Hint("4000 0000 0000 0259", "pays, and is disputed at once"),
            new Hint("4000 0000 0000 7726", "pays; a refund is under way for a day"),
            new Hint("4000 0000 0000 5126", "pays; a refund comes back after five days"),
            new Hint("5200 8282 8282 8210", "pays; the money can be spent after seven days"),
            new Hint("DE89 3704 0044 0532 0130 00", "a bank account: pays after three days"),
            new Hint("DE62 3704 0044 0532 0130 01", "a bank account: fails after three days"),
            new Hint("4000 0000 0000 0341", "pays once; every renewal is declined"),
            new Hint("5105 1051 0510 5100", "pays once; a renewal is paid when tried again"));

    /** What the page shows; {@code state} is open, authenticating, processing, paid, failed or expired. */
    public record Model(
            String id, String title, String amount, String state, String declined, String back, List<Hint> hints) {}

    /** A test card, or a test bank account. */
    public record Hint(String number, String what) {}
}
