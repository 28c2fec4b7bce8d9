package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.domain.Payee;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** A body's payees in the API; what Pools and Floods share. */
public final class BodyPayees {
    private final InvitePayee invite;
    private final ReadPayees payees;
    private final IdSource ids;

    public BodyPayees(InvitePayee invite, ReadPayees payees, IdSource ids) {
        this.invite = invite;
        this.payees = payees;
        this.ids = ids;
    }

    Response invite(Visit visit, BodyRef.Kind kind, String slug, NewPayee sent) {
        NewPayee body = Fields.required("body", sent);
        InvitePayee.Invitation invitation = new InvitePayee.Invitation(
                visit.newId(ids), kind, slug, Fields.text("name", body.name(), 120), email(body.email()));
        InvitePayee.Invited invited = invite.invite(visit.caller(), invitation);
        PayeeJson json = PayeeJson.of(
                invited.payee(),
                payees.body(invited.payee().body()),
                payees.isByHand(invited.payee().body()),
                Optional.of(invited.onboardingUrl()));
        return Response.status(201).entity(json).build();
    }

    PayeeJson.Items list(Visit visit, BodyRef.Kind kind, String slug, String after, String limit) {
        Bodies.Body body = payees.body(kind, slug);
        int most = Fields.limit(limit);
        List<Payee> found = payees.ofBody(
                visit.caller(), body.ref(), Optional.ofNullable(after).map(Fields::pathId), most);
        boolean byHand = payees.isByHand(body.ref());
        List<PayeeJson> items = found.stream()
                .map(payee -> PayeeJson.of(payee, body, byHand, Optional.empty()))
                .toList();
        return new PayeeJson.Items(
                items,
                items.size() < most
                        ? Optional.empty()
                        : Optional.of(items.get(items.size() - 1).id()));
    }

    /** An e-mail address as typed; empty when there is none. */
    static Optional<String> email(String sent) {
        String text = Fields.optionalText("email", sent, 254);
        if (!text.isEmpty() && !text.matches("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]+")) {
            throw Fields.invalid("email", "write it like name@example.org");
        }
        return Optional.of(text).filter(email -> !email.isEmpty());
    }

    /** Somebody to invite. {@code email} may be missing. */
    public record NewPayee(String name, String email) {}
}
