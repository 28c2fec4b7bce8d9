package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.web.FreezeLine;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Sending;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.web.BodyPlace;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One payout's page, which everybody may see: who is paid, what, and why. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PayoutPages {
    private static final String LIST = "/templates/payout/payouts.ftlh";
    private static final String ONE = "/templates/payout/payout.ftlh";
    private static final int PAGE = 50;

    private final Pages pages;
    private final ReadPayouts payouts;
    private final ReadPayees payees;
    private final Freezes freezes;

    public PayoutPages(Pages pages, ReadPayouts payouts, ReadPayees payees, Freezes freezes) {
        this.pages = pages;
        this.payouts = payouts;
        this.payees = payees;
        this.freezes = freezes;
    }

    @GET
    @Path("/payouts/{id}")
    public Page show(@Context Visit visit, @PathParam("id") String id) {
        Payout payout = payouts.byId(Fields.pathId(id));
        Model model = new Model(
                BodyPlace.of(payees.body(payout.body())),
                payeeName(payout),
                MoneyText.of(payout.amount()),
                payout.purpose(),
                payout.state().word(),
                payout.note(),
                "/proposals/" + payout.proposalId(),
                payout.id().toString(),
                steps(payout));
        return pages.page(visit, ONE, model);
    }

    Page list(Visit visit, BodyRef.Kind kind, String slug, String after) {
        Bodies.Body body = payees.body(kind, slug);
        BodyPlace place = BodyPlace.of(body);
        List<Payout> found =
                payouts.ofBody(body.ref(), Optional.ofNullable(after).map(Fields::pathId), PAGE);
        String next = found.size() < PAGE
                ? ""
                : place.url() + "/payouts?after=" + found.get(PAGE - 1).id();
        List<Item> items = found.stream().map(this::item).toList();
        return pages.page(
                visit,
                LIST,
                new ListModel(
                        place, items, next, FreezeLine.of(freezes.of(body.ref().id()))));
    }

    private Item item(Payout payout) {
        return new Item(
                "/payouts/" + payout.id(),
                payeeName(payout),
                payout.purpose(),
                MoneyText.of(payout.amount()),
                payout.state().word(),
                payout.createdAt().toString(),
                InstantText.day(payout.createdAt()));
    }

    private String payeeName(Payout payout) {
        return payees.name(payout.payeeId()).orElse("Former payee");
    }

    private static List<Step> steps(Payout payout) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.at("Decided, and set aside", "done", payout.createdAt()));
        Optional<Instant> sentAt = payout.sending().map(Sending::firstSentAt);
        Optional<Instant> ended = payout.endedAt();
        switch (payout.state()) {
            case RESERVED -> {
                steps.add(new Step("Sent to the processor", "now", "", ""));
                steps.add(new Step("Paid", "next", "", ""));
            }
            case SENT -> {
                steps.add(Step.at("Sent to the processor", "done", sentAt.orElseThrow()));
                steps.add(new Step("Paid", "now", "", ""));
            }
            case PAID -> steps.add(Step.at("Paid", "done", ended.orElseThrow()));
            case FAILED -> steps.add(Step.at("Failed; the money is back", "stop", ended.orElseThrow()));
            case REVERSED -> steps.add(Step.at("Paid, and taken back; the money is back", "stop", ended.orElseThrow()));
        }
        return List.copyOf(steps);
    }

    /** What a payout's page shows. */
    public record Model(
            BodyPlace body,
            String payee,
            String amount,
            String purpose,
            String state,
            String note,
            String proposal,
            String id,
            List<Step> steps) {}

    /** What the list shows; {@code next} is empty on its last page, {@code stopped} while payouts go out. */
    public record ListModel(BodyPlace body, List<Item> items, String next, List<FreezeLine> stopped) {}

    /** One payout of the list. */
    public record Item(
            String url, String payee, String purpose, String amount, String state, String atIso, String atText) {}

    /** A step of the way; {@code state} is done, now, next or stop. */
    public record Step(String title, String state, String atIso, String atText) {
        static Step at(String title, String state, Instant at) {
            return new Step(title, state, at.toString(), InstantText.of(at));
        }
    }
}
