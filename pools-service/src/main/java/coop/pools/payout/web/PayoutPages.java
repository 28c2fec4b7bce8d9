package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.web.FreezeLine;
import coop.pools.payout.Papers;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.ReadWords;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Sending;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.TakenBacks;
import coop.pools.payout.domain.Word;
import coop.pools.payout.domain.Words;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.receipt.web.ReceiptLine;
import coop.pools.receipt.web.SentReceipts;
import coop.pools.treasury.web.BodyPlace;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

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
    private final PayoutWords words;
    private final Papers papers;

    public PayoutPages(
            Pages pages, ReadPayouts payouts, ReadPayees payees, Freezes freezes, PayoutWords words, Papers papers) {
        this.pages = pages;
        this.payouts = payouts;
        this.payees = payees;
        this.freezes = freezes;
        this.words = words;
        this.papers = papers;
    }

    @GET
    @Path("/payouts/{id}")
    public Page show(@Context Visit visit, @PathParam("id") String id) {
        return pages.page(visit, ONE, model(visit, payouts.byId(Fields.pathId(id)), Map.of()));
    }

    /** A steward or a member has something to say. */
    @POST
    @Path("/payouts/{id}/words")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response say(
            @Context Visit visit, @PathParam("id") String id, @Parameter(hidden = true) FormDataMultiPart form) {
        visit.caller().require(Scope.ORGANISE);
        Payout payout = payouts.byId(Fields.pathId(id));
        SentReceipts sent = SentReceipts.in(form);
        try {
            words.say(visit.caller(), payout.id(), sent);
            return Pages.seeOther("/payouts/" + payout.id());
        } catch (Refused refused) {
            return pages.again(visit, ONE, model(visit, payout, sent.words()), refused);
        }
    }

    /** A steward has a payout that waits tried now. */
    @POST
    @Path("/payouts/{id}/try-again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tryAgain(@Context Visit visit, @PathParam("id") String id) {
        visit.caller().require(Scope.ORGANISE);
        Payout payout = payouts.byId(Fields.pathId(id));
        try {
            words.tryAgain(visit.caller(), payout.id());
            return Pages.seeOther("/payouts/" + payout.id());
        } catch (Refused refused) {
            return pages.again(visit, ONE, model(visit, payout, Map.of()), refused);
        }
    }

    private Model model(Visit visit, Payout payout, Map<String, String> typed) {
        ReadWords.Trail trail = words.trail(visit.caller(), payout);
        boolean held = payout.state() == PayoutState.RESERVED && payout.hold().isPresent();
        boolean mine =
                visit.caller().person().equals(payees.find(payout.payeeId()).flatMap(payee -> payee.person()));
        boolean byHand = payout.way() == Payout.Way.STEWARDS;
        Optional<HandOver> handOver = payouts.handOver(payout.id());
        return new Model(
                BodyPlace.of(payees.body(payout.body())),
                payeeName(payout),
                MoneyText.of(payout.amount()),
                payout.purpose(),
                payout.state().word(),
                payout.note(),
                payout.cameBack().isZero() ? "" : MoneyText.of(payout.cameBack()),
                payout.ground().decidedBy().map(id -> "/proposals/" + id).orElse(""),
                payout.ground().isHome(),
                payout.ground().isPledge(),
                trail.member() || !visit.signedIn()
                        ? payout.ground().decidedBy().flatMap(papers::of).orElse("")
                        : "",
                payout.id().toString(),
                steps(payout, handOver),
                trail.words().stream()
                        .map(heard -> HeardLine.of(heard, trail.member()))
                        .toList(),
                new Asks(
                        byHand,
                        handOver.map(to -> hand(payout, to)).orElse(""),
                        handOver.isEmpty() ? TakenBackLine.NOTHING : takenBack(payout),
                        handOver.isPresent()
                                ? payouts.others(payout.id()).stream()
                                        .map(MoneyText::of)
                                        .toList()
                                : List.of(),
                        half(payout, trail),
                        trail.steward() && byHand && !(mine && visit.signedIn()) ? part(visit, payout, trail) : "",
                        held && trail.member() && !(mine && visit.signedIn()),
                        held ? InstantText.of(payout.hold().get().until()) : "",
                        words.mayTryAgain(visit.caller(), payout)
                                .map(InstantText::of)
                                .orElse("")),
                typed);
    }

    private TakenBackLine takenBack(Payout payout) {
        TakenBacks backs = payouts.takenBack(payout);
        if (backs.open().isEmpty()) {
            return new TakenBackLine(payouts.isTakenBack(payout) ? "all" : "", "");
        }
        return new TakenBackLine(
                MoneyText.of(backs.openSum()), backs.lacking().isZero() ? "" : MoneyText.of(backs.lacking()));
    }

    /** How far what is handed over is; empty when it is not, or not any more. */
    private static String hand(Payout payout, HandOver to) {
        boolean over = payout.state() == PayoutState.FAILED || payout.state() == PayoutState.REVERSED;
        if (to.arrivedAt().isPresent()) {
            return over ? "late" : "arrived";
        }
        return over ? "" : "coming";
    }

    private String half(Payout payout, ReadWords.Trail trail) {
        Words said = new Words(trail.words().stream().map(ReadWords.Heard::word).toList());
        return said.wentAgain(payouts.wentAgainAt(payout.id()))
                .halfSaid()
                .map(Word.Kind::word)
                .orElse("");
    }

    /** What a steward can do next. */
    private String part(Visit visit, Payout payout, ReadWords.Trail trail) {
        if (payout.state() != PayoutState.RESERVED && payout.state() != PayoutState.SENT) {
            boolean arrived =
                    payouts.handOver(payout.id()).flatMap(HandOver::arrivedAt).isPresent();
            return words.mayComeBack(payout) && !arrived ? "back" : "";
        }
        UUID me = visit.caller().person().orElseThrow();
        Words said = new Words(trail.words().stream().map(ReadWords.Heard::word).toList());
        if (said.isSentByOtherThan(me)) {
            return "check";
        }
        return said.isSentBy(me) ? "wait" : "send";
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

    private static List<Step> steps(Payout payout, Optional<HandOver> handOver) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.at(ordered(payout.ground()), "done", payout.createdAt()));
        Optional<Instant> sentAt = payout.sending().map(Sending::firstSentAt);
        Optional<Instant> ended = payout.endedAt();
        switch (payout.state()) {
            case RESERVED -> {
                steps.add(new Step(sender(payout), "now", "", ""));
                steps.add(new Step(payer(payout, handOver), "next", "", ""));
            }
            case SENT -> {
                steps.add(sentAt.map(at -> Step.at(sender(payout), "done", at))
                        .orElseGet(() -> new Step(sender(payout), "done", "", "")));
                steps.add(new Step(payer(payout, handOver), "now", "", ""));
            }
            case PAID -> steps.add(Step.at(handOver.isPresent() ? "On its way" : "Paid", "done", ended.orElseThrow()));
            case FAILED -> steps.add(Step.at("Failed; the money is back", "stop", ended.orElseThrow()));
            case REVERSED -> steps.add(Step.at("Paid, and taken back; the money is back", "stop", ended.orElseThrow()));
        }
        boolean over = payout.state() == PayoutState.FAILED || payout.state() == PayoutState.REVERSED;
        if (handOver.isPresent() && (!over || handOver.get().arrivedAt().isPresent())) {
            String arrival = over ? "Arrived after all" : "Arrived";
            String state = payout.state() == PayoutState.PAID ? "now" : "next";
            steps.add(handOver.get()
                    .arrivedAt()
                    .map(at -> Step.at(arrival, "done", at))
                    .orElseGet(() -> new Step(arrival, state, "", "")));
        }
        return List.copyOf(steps);
    }

    private static String ordered(Payout.Ground ground) {
        return switch (ground.kind()) {
            case HOME -> "Set aside";
            case PLEDGE -> "Due, and set aside";
            case PROPOSAL, EXIT -> "Decided, and set aside";
        };
    }

    private static String sender(Payout payout) {
        return payout.way() == Payout.Way.STEWARDS ? "Sent by a steward" : "Sent to the processor";
    }

    private static String payer(Payout payout, Optional<HandOver> handOver) {
        if (payout.way() != Payout.Way.STEWARDS) {
            return "Paid";
        }
        return "Seen by another steward, and so " + (handOver.isPresent() ? "on its way" : "paid");
    }

    /**
     * What a payout's page shows.
     *
     * @param cameBack how much came back after it was paid; empty when nothing did
     * @param home whether the Pool only gets what the operator had of it
     * @param pledged whether it is due by a pledge, which the proposal made
     * @param papers the address of its receipts; empty when there are none, and for who is known not to be a member
     * @param said the audit trail, in order
     * @param typed what a refused form had, by field
     */
    public record Model(
            BodyPlace body,
            String payee,
            String amount,
            String purpose,
            String state,
            String note,
            String cameBack,
            String proposal,
            boolean home,
            boolean pledged,
            String papers,
            String id,
            List<Step> steps,
            List<HeardLine> said,
            Asks asks,
            Map<String, String> typed) {}

    /**
     * What the reader can do.
     *
     * @param byHand whether stewards carry it out
     * @param handOver coming, arrived or late, where it goes to whoever holds a Flood's money; empty where it does not
     * @param takenBack what a bank has taken back
     * @param others what came there with its number and is not it
     * @param half what one steward alone says and takes two: not-sent or came-back; empty for nothing
     * @param part what the reader can do as one of those: send, wait, check or back; empty when it is nothing
     * @param confirm whether the reader may confirm new bank details, or object
     * @param heldUntil until when; empty when they are not in question
     * @param nextTry when it is tried by itself, for a steward who may have it tried now; otherwise empty
     */
    public record Asks(
            boolean byHand,
            String handOver,
            TakenBackLine takenBack,
            List<String> others,
            String half,
            String part,
            boolean confirm,
            String heldUntil,
            String nextTry) {}

    /**
     * What banks have taken back of what is handed over.
     *
     * @param sum of what is to be brought again; all, where the payment is on its way again; empty for nothing
     * @param lacking what of it was spent or promised by then; may be empty
     */
    public record TakenBackLine(String sum, String lacking) {
        static final TakenBackLine NOTHING = new TakenBackLine("", "");
    }

    /** Something that was said; who and with which words, for members only. */
    public record HeardLine(
            String who, String what, String text, String atIso, String atText, List<ReceiptLine> evidence) {
        static HeardLine of(ReadWords.Heard heard, boolean member) {
            String someone = heard.word().kind().isOfStewards() ? "A steward" : "A member";
            return new HeardLine(
                    heard.name().orElse(someone),
                    PayoutWords.sentence(heard.word().kind()),
                    member ? heard.word().text() : "",
                    heard.word().at().toString(),
                    InstantText.of(heard.word().at()),
                    member ? heard.evidence().stream().map(ReceiptLine::of).toList() : List.of());
        }
    }

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
