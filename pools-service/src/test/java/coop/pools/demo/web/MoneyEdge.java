package coop.pools.demo.web;

import com.codahale.metrics.MetricRegistry;
import coop.pools.demo.DeliverEvents;
import coop.pools.demo.PlaySandbox;
import coop.pools.governance.Audience;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.ledger.BucketNames;
import coop.pools.ledger.CausePages;
import coop.pools.ledger.web.BookWords;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.ReadWords;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.payout.web.BodyPayeePages;
import coop.pools.payout.web.BodyPayees;
import coop.pools.payout.web.BodyPayouts;
import coop.pools.payout.web.OnboardingPages;
import coop.pools.payout.web.PayeeApi;
import coop.pools.payout.web.PayeePages;
import coop.pools.payout.web.PayoutApi;
import coop.pools.payout.web.PayoutPages;
import coop.pools.payout.web.PayoutWords;
import coop.pools.payout.web.PoolPayeePages;
import coop.pools.payout.web.PoolPayeesApi;
import coop.pools.payout.web.PoolPayoutPages;
import coop.pools.payout.web.PoolPayoutsApi;
import coop.pools.platform.web.ErrorAnswers;
import coop.pools.platform.web.ErrorMappers;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.StrictJson;
import coop.pools.platform.web.Visit;
import coop.pools.platform.web.VisitBinder;
import coop.pools.receipt.ReadReceipts;
import coop.pools.receipt.sql.SqlReceiptStore;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.OnlyOnce;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.Giving;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.web.ContributePages;
import coop.pools.treasury.web.ContributionApi;
import coop.pools.treasury.web.ContributionPages;
import coop.pools.treasury.web.ContributionShowing;
import freemarker.template.Configuration;
import io.dropwizard.testing.junit5.ResourceExtension;
import io.dropwizard.views.common.ViewMessageBodyWriter;
import io.dropwizard.views.freemarker.FreemarkerViewRenderer;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.client.ClientProperties;

/** The edge of contributions, payees and payouts, with the sandbox's pages; {@code X-Person} says who asks. */
final class MoneyEdge implements AutoCloseable {
    final MoneyHouse house;
    private final ResourceExtension resources;

    MoneyEdge(TestDatabase db) throws Throwable {
        house = new MoneyHouse(db);
        Sentences sentences = new Sentences();
        Pages pages = new Pages(
                new Pages.Settings(true, true, "The Water Company", "1", MoneyHouse.URL),
                sentences,
                house.ids,
                house.clock);
        ReadContributions contributions = house.readContributions;
        Giving giving = new Giving(house.start, new OnlyOnce(), house.guestLinks);
        ContributionShowing showing = new ContributionShowing(
                contributions,
                giving,
                house.requestRefund,
                new BookWords(sentences, BucketNames.NONE, CausePages.NONE),
                house.clock);
        ReadPayees payees = new ReadPayees(house.payees, house.bodies, body -> house.way);
        ReadPayouts payouts = new ReadPayouts(house.payouts, house.db.store(SqlHandOverStore.class));
        BodyPayouts bodyPayouts = new BodyPayouts(payouts, payees);
        ReadReceipts receipts = new ReadReceipts(
                house.db.store(SqlReceiptStore.class),
                house.db.store(SqlProposalStore.class),
                new Audience(house.bodies));
        ReadPeople readers = new ReadPeople(house.db.store(SqlIdentityStore.class), house.clock);
        PayoutWords words = new PayoutWords(
                house.say,
                new ReadWords(house.payouts, house.bodies, body -> List.copyOf(house.stewards), receipts, readers),
                house.again);
        PayoutPages payoutPages =
                new PayoutPages(pages, payouts, payees, house.freezes, words, proposal -> Optional.empty());
        PlaySandbox play =
                new PlaySandbox(house.sandbox, new DeliverEvents(house.webhook), payees, house.onboard, house.refresh);
        FreemarkerViewRenderer renderer = new FreemarkerViewRenderer(Configuration.VERSION_2_3_34);
        renderer.configure(Map.of(
                "object_wrapper", "DefaultObjectWrapper(2.3.34)", "number_format", "computer", "locale", "en_GB"));
        resources = ResourceExtension.builder()
                .setMapper(StrictJson.mapper())
                .setRegisterDefaultExceptionMappers(false)
                .addProvider(new Someone())
                .addProvider(new VisitBinder())
                .addProvider(new ViewMessageBodyWriter(new MetricRegistry(), List.of(renderer)))
                .addProvider(new ErrorMappers(new ErrorAnswers(sentences, pages), house.ids))
                .addResource(new ContributionApi(giving, contributions, house.requestRefund, house.ids, MoneyHouse.URL))
                .addResource(new ContributePages(pages, giving, contributions))
                .addResource(new ContributionPages(
                        pages,
                        contributions,
                        house.continuePayment,
                        house.requestRefund,
                        showing,
                        house.guestLinks,
                        house.clock))
                .addResource(new PoolPayeesApi(new BodyPayees(house.invite, payees, house.ids)))
                .addResource(new PayeeApi(payees, house.invite))
                .addResource(new PoolPayoutsApi(bodyPayouts))
                .addResource(new PayoutApi(bodyPayouts, words))
                .addResource(new PoolPayeePages(new BodyPayeePages(pages, house.invite, payees)))
                .addResource(new PayeePages(pages, payees, house.invite))
                .addResource(new OnboardingPages(pages, house.onboard, house.refresh, payees, Optional.of("DE")))
                .addResource(new PoolPayoutPages(payoutPages))
                .addResource(payoutPages)
                .addResource(new SandboxPaymentsApi(play, contributions))
                .addResource(new SandboxReturnsApi(play, contributions))
                .addResource(new SandboxCardPages(pages, play, sentences))
                .addResource(new SandboxCheckoutPages(pages, play, sentences, house.clock))
                .addResource(new SandboxOnboardingPages(pages, play))
                .build();
        resources.before();
    }

    /** A request by a person, or by a guest where there is none; the address may be a whole one. */
    Invocation.Builder as(Optional<UUID> person, String address) {
        URI uri = URI.create(address);
        WebTarget target = resources.target(uri.getPath()).property(ClientProperties.FOLLOW_REDIRECTS, false);
        if (uri.getQuery() != null) {
            for (String pair : uri.getQuery().split("&")) {
                target = target.queryParam(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        Invocation.Builder request = target.request();
        return person.map(id -> request.header("X-Person", id)).orElse(request);
    }

    Invocation.Builder guest(String address) {
        return as(Optional.empty(), address);
    }

    String page(Optional<UUID> person, String address) {
        try (Response response = as(person, address).get()) {
            String html = response.readEntity(String.class);
            if (response.getStatus() != 200) {
                throw new AssertionError(response.getStatus() + " " + html);
            }
            return html;
        }
    }

    @Override
    public void close() {
        try {
            resources.after();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the visit that identity's filter would make. */
    @PreMatching
    private static final class Someone implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            Optional<UUID> person =
                    Optional.ofNullable(request.getHeaderString("X-Person")).map(UUID::fromString);
            request.setProperty(
                    Visit.PROPERTY,
                    new Visit(
                            person.map(Caller::of).orElseGet(() -> Caller.guest("browser")),
                            person.map(unused -> "Ana"),
                            Optional.of("secret"),
                            "csrf-token",
                            request.getUriInfo().getRequestUri(),
                            Optional.ofNullable(request.getHeaderString("Idempotency-Key"))));
        }
    }
}
