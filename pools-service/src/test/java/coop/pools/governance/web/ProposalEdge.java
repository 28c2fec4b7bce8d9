package coop.pools.governance.web;

import com.codahale.metrics.MetricRegistry;
import coop.pools.bylaws.AdoptBylaws;
import coop.pools.bylaws.BylawsStore;
import coop.pools.bylaws.Editions;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Village;
import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.IdentityStore;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.ErrorAnswers;
import coop.pools.platform.web.ErrorMappers;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.StrictJson;
import coop.pools.platform.web.Visit;
import coop.pools.platform.web.VisitBinder;
import coop.pools.testing.TestDatabase;
import freemarker.template.Configuration;
import io.dropwizard.testing.junit5.ResourceExtension;
import io.dropwizard.views.common.ViewMessageBodyWriter;
import io.dropwizard.views.freemarker.FreemarkerViewRenderer;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glassfish.jersey.client.ClientProperties;

/** The edge of governance over a village; the header {@code X-Person} says who asks. */
final class ProposalEdge implements AutoCloseable {
    static final UUID PAYEE = new UUID(9, 9);

    final Village village;
    /** Whom lists of members show. */
    final List<ActionSubjects.Subject> listed = new ArrayList<>();

    private final ResourceExtension resources;

    ProposalEdge(TestDatabase db, int members) throws Throwable {
        village = new Village(db, members);
        IdentityStore identity = db.store(SqlIdentityStore.class);
        for (int number = 1; number <= members + 1; number++) {
            identity.insertPerson(
                    new Person(VillageBodies.person(number), "Person " + number, village.clock.instant()));
        }
        BylawsStore bylawsStore = db.store(SqlBylawsStore.class);
        new AdoptBylaws(bylawsStore, village.clock)
                .adopt(
                        VillageBodies.POOL.id(),
                        SampleBylaws.EDITIONS.forPool(Editions.DEFAULT_FORM),
                        SampleBylaws.facts(),
                        Map.of());
        resources =
                resources(new ReadPeople(identity, village.clock), new ReadBylaws(bylawsStore, SampleBylaws.EDITIONS));
        resources.before();
    }

    private ResourceExtension resources(ReadPeople people, ReadBylaws bylaws) {
        Sentences sentences = new Sentences();
        Pages pages = new Pages(
                new Pages.Settings(true, true, "The sandbox", "1", URI.create("http://localhost")),
                sentences,
                village.ids,
                village.clock);
        PreparationActs preparation = new PreparationActs(
                village.save, village.publish, village.edit, village.discard, village.sponsor, village.readPreparation);
        ProposalActs acts = new ProposalActs(
                village.propose, village.withdraw, village.cast, village.takeBack, village.comment, preparation);
        ProposalReaders readers = new ProposalReaders(
                village.bodies, village.read, village.counts, village.standing, village.discussion, village.delegated);
        DelegationsApi.DelegationUses uses =
                new DelegationsApi.DelegationUses(village.give, village.end, village.delegated);
        ActionSubjects subjects = new OnePayee(village, people, listed);
        Actions actions = new Actions(village.bodies, subjects, bylaws);
        ProposalJsons jsons = new ProposalJsons(village.bodies, actions, people, sentences);
        FreemarkerViewRenderer renderer = new FreemarkerViewRenderer(Configuration.VERSION_2_3_34);
        renderer.configure(Map.of(
                "object_wrapper", "DefaultObjectWrapper(2.3.34)", "number_format", "computer", "locale", "en_GB"));
        BodyProposalPages forms = new BodyProposalPages(pages, acts, readers, subjects, actions, bylaws, new NoFiles());
        CaseActs cases = new CaseActs(village.raise, village.answer, village.readDisputes, village.outcome);
        LifeShowing lives = new LifeShowing(preparation, cases, people, village.clock);
        return ResourceExtension.builder()
                .setMapper(StrictJson.mapper())
                .setRegisterDefaultExceptionMappers(false)
                .addProvider(new Someone())
                .addProvider(new VisitBinder())
                .addProvider(new ViewMessageBodyWriter(new MetricRegistry(), List.of(renderer)))
                .addProvider(new ErrorMappers(new ErrorAnswers(sentences, pages), village.ids))
                .addResource(new PoolProposalsApi(new BodyProposals(acts, readers, jsons, village.ids)))
                .addResource(new FloodProposalsApi(new BodyProposals(acts, readers, jsons, village.ids)))
                .addResource(new ProposalApi(acts, readers, jsons, people, village.ids))
                .addResource(new DisputesApi(cases, readers, people))
                .addResource(new OutcomeApi(village.outcome))
                .addResource(new PreparationApi(preparation, readers, jsons, actions))
                .addResource(new PreparationPages(pages, preparation, readers, forms, actions))
                .addResource(new DelegationsApi(village.bodies, uses, people))
                .addResource(new DelegationPages(pages, village.bodies, uses, subjects, people))
                .addResource(new PoolProposalPages(forms))
                .addResource(new SecondVotePages(forms, readers, bylaws, village.clock))
                .addResource(new ProposalPages(
                        pages,
                        acts,
                        cases,
                        new ProposalShowing(
                                readers,
                                actions,
                                jsons,
                                lives,
                                new ProposalShowing.Talkers(people, new NoFiles()),
                                village.clock)))
                .build();
    }

    Invocation.Builder as(int person, String path) {
        String[] parts = path.split("\\?", 2);
        var target = resources.target(parts[0]).property(ClientProperties.FOLLOW_REDIRECTS, false);
        if (parts.length == 2) {
            for (String pair : parts[1].split("&")) {
                target = target.queryParam(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        Invocation.Builder request = target.request();
        return person == 0 ? request : request.header("X-Person", person);
    }

    Response post(int person, String path, String json) {
        return as(person, path).post(Entity.json(json));
    }

    Response put(int person, String path, String json) {
        return as(person, path).put(Entity.json(json));
    }

    Response send(int person, String path, Form form) {
        return as(person, path).post(Entity.form(form));
    }

    String page(int person, String path) {
        try (Response response = as(person, path).get()) {
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
            String number = request.getHeaderString("X-Person");
            Caller caller = number == null
                    ? Caller.guest("browser")
                    : Caller.of(VillageBodies.person(Integer.parseInt(number)), scopes(request));
            request.setProperty(
                    Visit.PROPERTY,
                    new Visit(
                            caller,
                            Optional.ofNullable(number).map(n -> "Person " + n),
                            Optional.of("secret"),
                            "csrf-token",
                            request.getUriInfo().getRequestUri(),
                            Optional.ofNullable(request.getHeaderString("Idempotency-Key"))));
        }
    }

    /** All of them, as in a browser, unless {@code X-Scope} names one. */
    private static Set<Scope> scopes(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString("X-Scope"))
                .map(word -> Set.of(Scope.valueOf(word)))
                .orElse(Set.of(Scope.values()));
    }

    /** One payee and no Floods. */
    private record OnePayee(Village village, ReadPeople people, List<Subject> listed) implements ActionSubjects {
        @Override
        public List<Subject> membersNamed(BodyRef body, String name) {
            return village.bodies
                    .named(name, people)
                    .map(person -> new Subject(person, name, "#" + person.getLeastSignificantBits()))
                    .toList();
        }

        @Override
        public List<Subject> payees(BodyRef body) {
            return List.of(new Subject(PAYEE, "Room & Hall", ""));
        }

        @Override
        public Optional<Subject> payee(UUID id) {
            return payees(VillageBodies.POOL).stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst();
        }

        @Override
        public String person(UUID id) {
            return people.name(id);
        }

        @Override
        public List<Subject> mayBeStewards(BodyRef body) {
            return listed;
        }

        @Override
        public List<Subject> stewards(BodyRef body) {
            return List.of();
        }

        @Override
        public List<Link> links(UUID proposal, boolean member) {
            return List.of();
        }

        @Override
        public List<Subject> floodsToJoin(BodyRef pool) {
            return List.of();
        }

        @Override
        public List<Subject> floodsJoined(BodyRef pool) {
            return List.of();
        }

        @Override
        public List<BucketChoice> buckets(BodyRef body) {
            return List.of(new BucketChoice("summer", "Summer & sea", "€0.00", true));
        }
    }
}
