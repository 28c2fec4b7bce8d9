package coop.pools.payout.web;

import coop.pools.kernel.Scope;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import coop.pools.receipt.web.SentReceipts;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** One payout, and what people say about it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PayoutApi {
    private final BodyPayouts payouts;
    private final PayoutWords words;

    public PayoutApi(BodyPayouts payouts, PayoutWords words) {
        this.payouts = payouts;
        this.words = words;
    }

    @GET
    @Path("/api/v1/payouts/{id}")
    public PayoutJson read(@PathParam("id") String id) {
        return payouts.one(id);
    }

    /** In the order in which it was said; names are for members. */
    @GET
    @Path("/api/v1/payouts/{id}/words")
    public WordJson.Items words(@Context Visit visit, @PathParam("id") String id) {
        return WordJson.Items.of(words.trail(visit.caller(), payouts.payout(id)));
    }

    /** For stewards: a payout that waits for its next try is tried now. Nothing else changes. */
    @POST
    @Path("/api/v1/payouts/{id}/try-again")
    public PayoutJson tryAgain(@Context Visit visit, @PathParam("id") String id) {
        words.tryAgain(visit.caller(), Fields.pathId(id));
        return payouts.one(id);
    }

    /**
     * A form with {@code kind}: {@code sent}, {@code seen}, {@code not-sent} or {@code came-back} by stewards,
     * {@code confirm} or {@code object} by members while bank details are in question; {@code text}, a reference or a
     * reason; and evidence as files named {@code receipt}, at least one with {@code sent}.
     */
    @POST
    @Path("/api/v1/payouts/{id}/words")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public PayoutJson say(
            @Context Visit visit, @PathParam("id") String id, @Parameter(hidden = true) FormDataMultiPart form) {
        visit.caller().require(Scope.ORGANISE);
        words.say(visit.caller(), Fields.pathId(id), SentReceipts.in(form));
        return payouts.one(id);
    }
}
