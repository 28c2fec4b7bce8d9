package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.PercentText;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.Giving;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.PlatformPart;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Expected;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The form for putting money into a Pool, for members and guests. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ContributePages {
    private static final String TEMPLATE = "/templates/treasury/contribute.ftlh";

    private final Pages pages;
    private final Giving giving;
    private final ReadContributions contributions;

    public ContributePages(Pages pages, Giving giving, ReadContributions contributions) {
        this.pages = pages;
        this.giving = giving;
        this.contributions = contributions;
    }

    @GET
    @Path("/pools/{slug}/contribute")
    public Page form(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("amount") String amount,
            @QueryParam("bucket") String bucket) {
        Bodies.Body pool = contributions.pool(slug);
        boolean cover = contributions.rules(pool.ref().id()).giverBearsFees();
        return pages.page(
                visit, TEMPLATE, model(pool, new Typed("", brief(amount), "", "", cover, brief(bucket), "", "")));
    }

    private static String brief(String sent) {
        return sent == null || sent.length() > 80 ? "" : sent;
    }

    /** Whoever covers the fee sees first what that means; everybody else goes on to pay at once. */
    @POST
    @GuestsToo
    @Path("/pools/{slug}/contribute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@Context Visit visit, @PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        Bodies.Body pool = contributions.pool(slug);
        Typed typed = Typed.of(sent);
        try {
            boolean preset = typed.amount().isBlank();
            Currency currency = Currency.getInstance(pool.currency());
            Money money = MoneyText.read("amount", preset ? typed.choice() : typed.amount(), currency);
            StartContribution.Order order = new StartContribution.Order(
                    idOf(visit.newId(sent.getFirst("id")), money, typed),
                    money,
                    typed.cover(),
                    PlanShares.Part.of(slug, typed.bucketSlug()),
                    Fields.optionalText("name", typed.name(), 120),
                    ContributionApi.GuestEmail.read("email", typed.email()),
                    typed.tip().isBlank()
                            ? Optional.empty()
                            : Optional.of(MoneyText.read("tip", typed.tip(), currency)));
            if ("true".equals(sent.getFirst("back"))) {
                return Response.ok(pages.page(visit, TEMPLATE, model(pool, typed)))
                        .build();
            }
            boolean confirmed = "true".equals(sent.getFirst("confirmed"));
            if (!confirmed && (typed.cover() || hasExtra(pool, order))) {
                return Response.ok(pages.page(visit, CheckPage.TEMPLATE, check(pool, order, typed)))
                        .build();
            }
            return Pages.seeOther(PayNext.addressOf(giving, visit, order, PayNext.every(typed.every())));
        } catch (Refused refused) {
            return pages.again(visit, TEMPLATE, model(pool, typed), named(refused));
        }
    }

    /** Nothing is split on this page, and a bucket is chosen in a field of its own. */
    private static Refused named(Refused refused) {
        Map<String, Object> facts = new HashMap<>(refused.facts());
        if (!facts.remove("field", "split")) {
            return refused;
        }
        if (refused.code() == TreasuryRefusal.NO_SUCH_BUCKET) {
            facts.put("field", "bucket");
        }
        return new Refused(refused.code(), facts);
    }

    private boolean hasExtra(Bodies.Body pool, StartContribution.Order order) {
        return order.tip().isPresent()
                || contributions.platformOfferFor(pool.ref().id()).feeBasisPoints() > 0;
    }

    private CheckPage check(Bodies.Body pool, StartContribution.Order order, Typed typed) {
        Expected expected = giving.check(order);
        return new CheckPage(
                BodyPlace.of(pool),
                MoneyText.of(expected.charged()),
                MoneyText.of(expected.cardFee()),
                MoneyText.of(expected.reaches()),
                CheckPage.Platform.of(expected.extra()),
                List.of(),
                "/pools/" + pool.slug() + "/contribute",
                typed.fields(MoneyText.plain(order.amount())));
    }

    /** The same form sent with other values is another contribution. */
    private static UUID idOf(UUID form, Money money, Typed typed) {
        return IdSource.derivedId(
                "contribution",
                form.toString(),
                String.valueOf(money.minorUnits()),
                String.valueOf(typed.cover()),
                typed.bucket(),
                typed.every() + typed.tip());
    }

    private Model model(Bodies.Body pool, Typed typed) {
        Currency currency = Currency.getInstance(pool.currency());
        ChargeLimits limits = contributions.limits(currency);
        long base = Math.max(500, limits.minimumMinor() * 4);
        List<Preset> presets = LongStream.of(1, 2, 5, 10)
                .mapToObj(times -> preset(new Money(base * times, currency)))
                .toList();
        String least = MoneyText.of(new Money(limits.minimumMinor(), currency));
        return new Model(
                BodyPlace.of(pool),
                pool.currency(),
                presets,
                least,
                buckets(pool, typed),
                asked(pool),
                giving.isHeldByOperator(pool.ref().id()),
                giving.takesIn(pool.ref().id()),
                typed);
    }

    /** The operator's fee in percent, and whether there is a place for a tip; nothing where a Pool has its own account. */
    private Asked asked(Bodies.Body pool) {
        return asked(contributions.platformOfferFor(pool.ref().id()));
    }

    static Asked asked(PlatformPart.Offer offer) {
        return new Asked(
                offer.feeBasisPoints() == 0 ? "" : PercentText.of(offer.feeBasisPoints()),
                offer.tips(),
                PercentText.of(offer.communityBasisPoints()));
    }

    /** Nothing to choose where the Pool has none, unless somebody has chosen one that is no more. */
    private List<Choice> buckets(Bodies.Body pool, Typed typed) {
        List<Choice> open = contributions.openBuckets(pool.ref().id()).stream()
                .map(bucket -> new Choice(bucket.slug(), "The bucket " + bucket.name()))
                .toList();
        return open.isEmpty() && typed.bucket().isEmpty()
                ? open
                : Stream.concat(Stream.of(new Choice("", pool.name() + " as a whole")), open.stream())
                        .toList();
    }

    private Preset preset(Money amount) {
        String fee = MoneyText.of(contributions.expectedFee(amount));
        return new Preset(MoneyText.plain(amount), MoneyText.of(amount), "Card fee about " + fee);
    }

    /** What the page shows; {@code atOperator} where the operator holds what is given, {@code open} while it is taken in. */
    public record Model(
            BodyPlace body,
            String currency,
            List<Preset> presets,
            String least,
            List<Choice> buckets,
            Asked asked,
            boolean atOperator,
            boolean open,
            Typed typed) {}

    /** What the operator asks for: {@code fee} in percent, empty for none, and what of both is the commons'. */
    public record Asked(String fee, boolean tips, String share) {}

    /** A bucket to choose; the value is its slug, empty for the Pool as a whole. */
    public record Choice(String value, String label) {}

    /** An amount to choose. */
    public record Preset(String value, String label, String hint) {}

    /**
     * The form as it was sent; {@code bucket} is empty for the Pool as a whole, {@code every} anything but month or year
     * for a single payment.
     */
    public record Typed(
            String choice,
            String amount,
            String name,
            String email,
            boolean cover,
            String bucket,
            String every,
            String tip) {
        static Typed of(MultivaluedMap<String, String> sent) {
            return new Typed(
                    shown(sent, "choice"),
                    shown(sent, "amount"),
                    shown(sent, "name"),
                    shown(sent, "email"),
                    "true".equals(sent.getFirst("cover")),
                    shown(sent, "bucket"),
                    shown(sent, "every"),
                    shown(sent, "tip"));
        }

        private static String shown(MultivaluedMap<String, String> sent, String field) {
            String text = sent.getFirst(field);
            return text == null || text.length() > 254 ? "" : text;
        }

        Optional<String> bucketSlug() {
            return Optional.of(bucket).filter(slug -> !slug.isEmpty());
        }

        Map<String, String> fields(String plainAmount) {
            return Map.of(
                    "amount", plainAmount,
                    "name", name,
                    "email", email,
                    "cover", String.valueOf(cover),
                    "bucket", bucket,
                    "every", every,
                    "tip", tip,
                    "confirmed", "true");
        }
    }
}
