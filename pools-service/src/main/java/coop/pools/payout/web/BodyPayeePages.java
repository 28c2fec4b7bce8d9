package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.domain.Payee;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.web.BodyPlace;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The pages of a body's payees, for its members; what Pools and Floods share. */
public final class BodyPayeePages {
    private static final String LIST = "/templates/payout/payees.ftlh";
    private static final String NEW = "/templates/payout/new-payee.ftlh";
    private static final int PAGE = 50;

    private final Pages pages;
    private final InvitePayee invite;
    private final ReadPayees payees;

    public BodyPayeePages(Pages pages, InvitePayee invite, ReadPayees payees) {
        this.pages = pages;
        this.invite = invite;
        this.payees = payees;
    }

    /** The form as it was sent. */
    record Form(String id, String name, String email) {}

    Page list(Visit visit, BodyRef.Kind kind, String slug, String after) {
        Bodies.Body body = payees.body(kind, slug);
        BodyPlace place = BodyPlace.of(body);
        List<Payee> found = payees.ofBody(
                visit.caller(), body.ref(), Optional.ofNullable(after).map(Fields::pathId), PAGE);
        String next = found.size() < PAGE
                ? ""
                : place.url() + "/payees?after=" + found.get(PAGE - 1).id();
        boolean byHand = payees.isByHand(body.ref());
        List<Item> items = found.stream()
                .map(payee -> new Item(
                        "/payees/" + payee.id(),
                        payee.name(),
                        byHand ? PayeePages.BY_HAND : payee.state().word(),
                        InstantText.day(payee.createdAt())))
                .toList();
        return pages.page(visit, LIST, new ListModel(place, byHand, items, next));
    }

    Page write(Visit visit, BodyRef.Kind kind, String slug) {
        Bodies.Body body = payees.body(kind, slug);
        payees.ofBody(visit.caller(), body.ref(), Optional.empty(), 1);
        return pages.page(visit, NEW, newModel(body, "", ""));
    }

    /** The page with the link comes as the answer itself: the link is shown this once, and stands in no address. */
    Response invite(Visit visit, BodyRef.Kind kind, String slug, Form form) {
        Bodies.Body body = payees.body(kind, slug);
        try {
            InvitePayee.Invitation invitation = new InvitePayee.Invitation(
                    visit.newId(form.id()),
                    kind,
                    slug,
                    Fields.text("name", form.name(), 120),
                    BodyPayees.email(form.email()));
            InvitePayee.Invited invited = invite.invite(visit.caller(), invitation);
            boolean byHand = payees.isByHand(body.ref());
            return Response.ok(pages.page(
                            visit,
                            PayeePages.TEMPLATE,
                            PayeePages.model(visit, invited.payee(), body, byHand, invited.onboardingUrl()),
                            Optional.of(byHand ? "The members can vote to pay them now" : "Now pass the link on")))
                    .build();
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.INVALID) {
                throw refused;
            }
            return pages.again(visit, NEW, newModel(body, shown(form.name()), shown(form.email())), refused);
        }
    }

    private NewModel newModel(Bodies.Body body, String name, String email) {
        return new NewModel(BodyPlace.of(body), payees.isByHand(body.ref()), name, email);
    }

    private static String shown(String sent) {
        return sent == null || sent.length() > 254 ? "" : sent;
    }

    /** What the list shows; {@code next} is empty on its last page. */
    public record ListModel(BodyPlace body, boolean byHand, List<Item> items, String next) {}

    /** One payee of the list. */
    public record Item(String url, String name, String state, String when) {}

    /** What the form shows. */
    public record NewModel(BodyPlace body, boolean byHand, String name, String email) {}
}
