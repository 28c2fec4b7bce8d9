package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.Giving;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.domain.Expected;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** One payment for several of one's Pools: one card fee instead of many. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class SplitPages {
    private static final String TEMPLATE = "/templates/treasury/split.ftlh";
    private static final String SHARE = "share-";

    private final Pages pages;
    private final Giving giving;
    private final ReadContributions contributions;
    private final Function<UUID, List<UUID>> poolsOf;
    private final Predicate<UUID> takesPart;

    /**
     * @param poolsOf the Pools that a person is a member of
     * @param takesPart whether one charge may give to this Pool and to others
     */
    public SplitPages(
            Pages pages,
            Giving giving,
            ReadContributions contributions,
            Function<UUID, List<UUID>> poolsOf,
            Predicate<UUID> takesPart) {
        this.pages = pages;
        this.giving = giving;
        this.contributions = contributions;
        this.poolsOf = poolsOf;
        this.takesPart = takesPart;
    }

    /**
     * What the page shows: the Pools of one currency; {@code others} are the currencies of the rest,
     * {@code apart} Pools whose money is held apart from that of others.
     */
    public record Model(
            String currency,
            String amount,
            boolean cover,
            String every,
            List<Row> rows,
            List<String> others,
            List<Bodies.Body> apart,
            String tip,
            ContributePages.Asked asked) {}

    /** A Pool and the percentage typed for it; may be empty. */
    public record Row(String slug, String name, String percent) {}

    @GET
    @Path("/split")
    public Page form(@Context Visit visit, @QueryParam("currency") String currency) {
        List<Bodies.Body> mine = mine(visit);
        String chosen = mine.stream()
                .map(Bodies.Body::currency)
                .filter(code -> code.equals(currency))
                .findFirst()
                .or(() -> mine.stream().map(Bodies.Body::currency).findFirst())
                .orElse("");
        List<Bodies.Body> shown = ofCurrency(mine, chosen);
        List<String> percents = shown.isEmpty() ? List.of() : equalPercents(shown.size());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(new Row(shown.get(i).slug(), shown.get(i).name(), percents.get(i)));
        }
        return pages.page(
                visit,
                TEMPLATE,
                new Model(chosen, "", false, "", rows, others(mine, chosen), apart(visit), "", asked()));
    }

    @POST
    @Path("/split")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@Context Visit visit, MultivaluedMap<String, String> sent) {
        List<Bodies.Body> mine = mine(visit);
        String currency = Optional.ofNullable(sent.getFirst("currency")).orElse("");
        List<Bodies.Body> shown = ofCurrency(mine, currency);
        if (shown.isEmpty()) {
            throw Fields.invalid("currency", "one of your Pools'");
        }
        boolean cover = "true".equals(sent.getFirst("cover"));
        String every = shown(sent.getFirst("every"));
        List<Row> rows = shown.stream()
                .map(pool -> new Row(pool.slug(), pool.name(), shown(sent.getFirst(SHARE + pool.slug()))))
                .toList();
        String tip = shown(sent.getFirst("tip"));
        Model typed = new Model(
                currency,
                shown(sent.getFirst("amount")),
                cover,
                every,
                rows,
                others(mine, currency),
                apart(visit),
                tip,
                asked());
        if ("true".equals(sent.getFirst("back"))) {
            return Response.ok(pages.page(visit, TEMPLATE, typed)).build();
        }
        try {
            Money meant = MoneyText.read("amount", sent.getFirst("amount"), Currency.getInstance(currency));
            List<Part> parts = shown.stream()
                    .map(pool ->
                            new Part(pool.slug(), Optional.empty(), basisPoints(sent.getFirst(SHARE + pool.slug()))))
                    .filter(part -> part.basisPoints() > 0)
                    .toList();
            StartContribution.Order order = new StartContribution.Order(
                    idOf(visit.newId(sent.getFirst("id")), meant, cover + every + tip, parts),
                    meant,
                    cover,
                    parts,
                    "",
                    Optional.empty(),
                    tip.isBlank()
                            ? Optional.empty()
                            : Optional.of(MoneyText.read("tip", tip, Currency.getInstance(currency))));
            if (!"true".equals(sent.getFirst("confirmed"))) {
                return Response.ok(pages.page(visit, CheckPage.TEMPLATE, check(shown, order, every)))
                        .build();
            }
            return Pages.seeOther(PayNext.addressOf(giving, visit, order, PayNext.every(every)));
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.UNAUTHENTICATED) {
                throw refused;
            }
            return pages.again(visit, TEMPLATE, typed, refused);
        }
    }

    private CheckPage check(List<Bodies.Body> shown, StartContribution.Order order, String every) {
        Expected expected = giving.check(order);
        List<Money> amounts = expected.parts();
        List<CheckPage.Part> parts = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < amounts.size(); i++) {
            Part part = order.parts().get(i);
            parts.add(new CheckPage.Part(named(shown, part.poolSlug()).name(), MoneyText.of(amounts.get(i))));
            fields.put(SHARE + part.poolSlug(), BasisPoints.inPercent(part.basisPoints()));
        }
        fields.put("amount", MoneyText.plain(order.amount()));
        fields.put("currency", order.amount().currency().getCurrencyCode());
        fields.put("cover", String.valueOf(order.coverFee()));
        fields.put("every", every);
        fields.put("tip", order.tip().map(MoneyText::plain).orElse(""));
        fields.put("confirmed", "true");
        return new CheckPage(
                BodyPlace.of(named(shown, order.parts().get(0).poolSlug())),
                MoneyText.of(expected.charged()),
                MoneyText.of(expected.cardFee()),
                MoneyText.of(expected.reaches()),
                CheckPage.Platform.of(expected.extra()),
                parts,
                "/split",
                Collections.unmodifiableMap(fields));
    }

    private ContributePages.Asked asked() {
        return ContributePages.asked(contributions.platformOffer());
    }

    /** The same form sent with other values is another contribution. */
    private static UUID idOf(UUID form, Money meant, String how, List<Part> parts) {
        return IdSource.derivedId(
                "contribution", form.toString(), String.valueOf(meant.minorUnits()), how, parts.toString());
    }

    private List<Bodies.Body> mine(Visit visit) {
        return contributions.pools(of(visit, takesPart));
    }

    private List<Bodies.Body> apart(Visit visit) {
        return contributions.pools(of(visit, takesPart.negate()));
    }

    private List<UUID> of(Visit visit, Predicate<UUID> which) {
        return poolsOf.apply(visit.caller().require(Scope.CONTRIBUTE)).stream()
                .filter(which)
                .toList();
    }

    private static Bodies.Body named(List<Bodies.Body> pools, String slug) {
        return pools.stream()
                .filter(pool -> pool.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<Bodies.Body> ofCurrency(List<Bodies.Body> pools, String currency) {
        return pools.stream()
                .filter(pool -> pool.currency().equals(currency))
                .limit(PlanShares.MOST)
                .toList();
    }

    private static List<String> others(List<Bodies.Body> pools, String currency) {
        return pools.stream()
                .map(Bodies.Body::currency)
                .filter(code -> !code.equals(currency))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> equalPercents(int count) {
        Money whole = new Money(BasisPoints.WHOLE, Currency.getInstance("EUR"));
        return MoneySplit.byWeights(whole, Collections.nCopies(count, 1L)).stream()
                .map(part -> BasisPoints.inPercent(part.minorUnits()))
                .toList();
    }

    /** A percentage with at most two decimals, in basis points; nothing typed is nothing given. */
    private static int basisPoints(String typed) {
        String text = typed == null ? "" : typed.strip().replace(',', '.').replace("%", "");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            throw Fields.invalid("split", "write percentages like 33.5");
        }
        String[] halves = text.split("\\.");
        String decimals = halves.length == 1 ? "00" : (halves[1] + "0").substring(0, 2);
        return Integer.parseInt(halves[0]) * 100 + Integer.parseInt(decimals);
    }

    private static String shown(String sent) {
        return sent == null || sent.length() > 20 ? "" : sent;
    }
}
