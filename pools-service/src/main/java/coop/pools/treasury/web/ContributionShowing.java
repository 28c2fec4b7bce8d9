package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.kernel.Money;
import coop.pools.ledger.web.BookPage;
import coop.pools.ledger.web.BookWords;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.Giving;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.ReadContributions.Whole;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.ContributionState;
import coop.pools.treasury.domain.Share;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the page of one contribution shows, to whom. */
public final class ContributionShowing {
    private final ReadContributions contributions;
    private final Giving giving;
    private final RequestRefund requestRefund;
    private final BookWords words;
    private final Clock clock;

    public ContributionShowing(
            ReadContributions contributions, Giving giving, RequestRefund requestRefund, BookWords words, Clock clock) {
        this.contributions = contributions;
        this.giving = giving;
        this.requestRefund = requestRefund;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What the page shows; texts that do not apply are empty.
     *
     * @param amount what the card is charged
     * @param meant what was meant to reach the Pools, when the fee is covered
     * @param platform the operator's fee and the tip, with what of them is the community's
     * @param atOperator whether it was charged for the operator, not on a Pool's own account
     * @param rhythm month or year, of one that is paid again and again
     * @param recurring where its giver changes or ends that
     * @param offer what can be taken back now, for the one who gave
     * @param guest what a guest can do here
     */
    public record Model(
            String id,
            BodyPlace body,
            String amount,
            String plainAmount,
            String meant,
            String state,
            String dispute,
            String lost,
            boolean processing,
            String fee,
            List<Fact> platform,
            String net,
            boolean atOperator,
            String payer,
            String note,
            String rhythm,
            String recurring,
            String startedOn,
            String availableOn,
            List<Step> steps,
            List<Part> parts,
            List<Refund> refunds,
            List<Dispute> disputes,
            List<Book> books,
            Optional<Offer> offer,
            Guest guest) {}

    /**
     * A guest's ways.
     *
     * @param mayLink whether this is the browser that it was given from, so that a link can be made
     * @param token of the link by which they came; empty when they came by none
     * @param days after the payment in which it can be asked back
     */
    public record Guest(boolean mayLink, String token, long days) {}

    /** A line of the receipt. */
    public record Fact(String label, String text) {}

    /** A step of the way; {@code state} is done, now, next or stop. */
    public record Step(String title, String state, String atIso, String atText) {
        static Step at(String title, String state, Instant at) {
            return new Step(title, state, at.toString(), InstantText.of(at));
        }

        static Step to(String title, String state) {
            return new Step(title, state, "", "");
        }
    }

    /** One Pool's part. {@code bucket} is empty for the Pool as a whole. */
    public record Part(BodyPlace pool, String bucket, String amount) {}

    /** Money that goes back; {@code state} is one word. */
    public record Refund(String amount, String state, String atIso, String atText, String note) {}

    /**
     * A dispute; {@code state} is one word.
     *
     * @param due until when evidence can be handed in; empty when it is decided
     * @param overdue whether that time is over
     * @param atStewards whether the charge was made on the Pool's own account, so that its stewards answer the bank
     */
    public record Dispute(
            String amount, String state, String reason, String due, boolean overdue, boolean atStewards) {}

    /** What a Pool's book says. */
    public record Book(BodyPlace pool, List<BookPage.Line> lines) {}

    /** What can be taken back: as words, and as typed into a form. */
    public record Offer(String most, String plain, String currency, String until) {}

    Model model(Visit visit, Whole whole) {
        return model(visit, whole, "");
    }

    /** @param token of the link by which a guest came, which opens it; empty when nobody came by one */
    Model model(Visit visit, Whole whole, String token) {
        Contribution contribution = whole.contribution();
        boolean mine = !token.isEmpty()
                || contribution.payer().person().filter(visit.caller()::is).isPresent();
        Optional<Settled> settled = contribution.settlement();
        Money expected = contributions.expectedFee(contribution.amount());
        return new Model(
                contribution.id().toString(),
                BodyPlace.of(whole.pools().get(0)),
                MoneyText.of(contribution.amount()),
                MoneyText.plain(contribution.terms().meant().orElse(contribution.amount())),
                contribution.terms().meant().map(MoneyText::of).orElse(""),
                contribution.state().word(),
                whole.charge().dispute().map(ContributionShowing::word).orElse(""),
                whole.charge().lost().isPositive() ? MoneyText.of(whole.charge().lost()) : "",
                contribution.isProcessing(),
                settled.map(known -> MoneyText.of(known.fee())).orElse("about " + MoneyText.of(expected)),
                platform(whole),
                settled.map(known -> MoneyText.of(whole.charge().reachesPools(known.fee())))
                        .orElse(""),
                contribution.terms().account().isEmpty(),
                mine ? contribution.payer().name() : "",
                contribution.note(),
                giving.rhythmOf(contribution.id())
                        .map(every -> every.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                giving.recurringOf(contribution.id())
                        .filter(id -> mine)
                        .map(id -> "/recurring/" + id)
                        .orElse(""),
                InstantText.of(contribution.createdAt()),
                settled.map(known -> InstantText.day(known.availableOn())).orElse(""),
                steps(whole),
                parts(whole),
                whole.charge().refunds().stream()
                        .map(ContributionShowing::refund)
                        .toList(),
                whole.charge().disputes().stream().map(this::dispute).toList(),
                books(whole),
                requestRefund
                        .offer(visit.caller(), contribution)
                        .or(() -> requestRefund.offerByLink(token, contribution))
                        .map(this::offer),
                new Guest(token.isEmpty() && giving.links().mayMake(visit.caller(), contribution), token, days(whole)));
    }

    /** The shortest of the Pools concerned. */
    private long days(Whole whole) {
        return whole.pools().stream()
                .mapToLong(pool ->
                        contributions.rules(pool.ref().id()).refundWindow().toDays())
                .min()
                .orElse(0);
    }

    private List<Fact> platform(Whole whole) {
        return contributions
                .platformPart(whole.contribution().id())
                .map(kept -> {
                    List<Fact> facts = new ArrayList<>();
                    if (kept.extra().fee().isPositive()) {
                        facts.add(new Fact(
                                "Operator's fee, out of it",
                                MoneyText.of(kept.extra().fee())));
                    }
                    if (kept.extra().tip().isPositive()) {
                        facts.add(new Fact(
                                "Tip, on top", MoneyText.of(kept.extra().tip())));
                    }
                    return facts;
                })
                .orElse(List.of());
    }

    private List<Part> parts(Whole whole) {
        List<Share> shares = whole.charge().ofPools();
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new Part(
                        BodyPlace.of(whole.pools().get(i)),
                        bucketName(shares.get(i)),
                        MoneyText.of(shares.get(i).amount())))
                .toList();
    }

    private String bucketName(Share share) {
        return share.bucket()
                .map(slug -> contributions.bucketName(share.pool(), slug))
                .orElse("");
    }

    private static Refund refund(CardRefund refund) {
        return new Refund(
                MoneyText.of(refund.amount()),
                refund.state().name().toLowerCase(Locale.ROOT),
                refund.createdAt().toString(),
                InstantText.of(refund.createdAt()),
                refund.note());
    }

    private static String word(CardDispute.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Dispute dispute(CardDispute dispute) {
        return new Dispute(
                MoneyText.of(dispute.amount()),
                word(dispute.state()),
                dispute.reason().replace('_', ' '),
                dispute.isOpen() ? dispute.evidenceDueBy().map(InstantText::of).orElse("") : "",
                dispute.evidenceDueBy().filter(clock.instant()::isAfter).isPresent(),
                dispute.account().isPresent());
    }

    private Offer offer(RequestRefund.Offer offer) {
        return new Offer(
                MoneyText.of(offer.most()),
                MoneyText.plain(offer.most()),
                offer.most().currency().getCurrencyCode(),
                InstantText.relative(offer.until(), clock.instant()));
    }

    private List<Book> books(Whole whole) {
        if (!whole.charge().paid()) {
            return List.of();
        }
        return whole.pools().stream().distinct().map(pool -> book(whole, pool)).toList();
    }

    private Book book(Whole whole, Bodies.Body pool) {
        UUID book = pool.ref().id();
        return new Book(BodyPlace.of(pool), words.of(book).lines(contributions.entries(whole, book)));
    }

    private static List<Step> steps(Whole whole) {
        Contribution contribution = whole.contribution();
        ContributionState state = contribution.state();
        List<Step> steps = new ArrayList<>(List.of(Step.at("Started", "done", contribution.createdAt())));
        if (state == ContributionState.FAILED || state == ContributionState.EXPIRED) {
            steps.add(
                    Step.to(state == ContributionState.FAILED ? "The payment failed" : "Nobody paid in time", "stop"));
            return steps;
        }
        if (state == ContributionState.PENDING) {
            steps.add(Step.to(contribution.isProcessing() ? "The bank is working on it" : "Paid by card", "now"));
            steps.add(Step.to("In the Pool", "next"));
            return steps;
        }
        steps.add(Step.at(
                "Paid by card", "done", contribution.payment().orElseThrow().paidAt()));
        if (whole.charge().isFree()) {
            steps.add(Step.to("In the Pool", "done"));
        } else {
            String when = contribution
                    .settlement()
                    .map(known -> " from " + InstantText.day(known.availableOn()))
                    .orElse("");
            steps.add(Step.to("Can be spent" + when, "now"));
        }
        whole.charge().refunds().stream()
                .filter(refund -> refund.state() != CardRefund.State.FAILED)
                .forEach(refund -> steps.add(Step.at(
                        MoneyText.of(refund.amount()) + " given back",
                        refund.state() == CardRefund.State.SUCCEEDED ? "done" : "now",
                        refund.createdAt())));
        whole.charge().disputes().forEach(dispute -> steps.add(disputed(dispute)));
        return steps;
    }

    private static Step disputed(CardDispute dispute) {
        return switch (dispute.state()) {
            case WARNING, OPEN -> Step.at("The bank is asked to decide", "now", dispute.createdAt());
            case WON -> Step.at("The bank decided for the Pool", "done", dispute.createdAt());
            case LOST -> Step.at("The bank decided for the payer", "stop", dispute.createdAt());
        };
    }
}
