package coop.pools.app;

import coop.pools.demo.ClockAdvance;
import coop.pools.demo.sql.SqlClockAdvanceStore;
import coop.pools.demo.web.ClockResource;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.platform.db.ForgetOldAnswers;
import coop.pools.platform.db.SqlIdempotencyKeys;
import coop.pools.platform.jobs.DueWorkRunner;
import coop.pools.platform.jobs.JobSchedule;
import coop.pools.platform.time.MicrosClock;
import coop.pools.platform.web.ContentTypeGuard;
import coop.pools.platform.web.EdgeErrors;
import coop.pools.platform.web.IdempotencyKeys;
import coop.pools.platform.web.OpenApiResource;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.StaticCacheFilter;
import coop.pools.platform.web.WriteLimits;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import jakarta.servlet.DispatcherType;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the rooms in the order in which they may know each other, and opens them to the web. */
final class House {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    private final PoolsConfiguration configuration;
    private final Environment environment;
    private final AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});

    House(PoolsConfiguration configuration, Environment environment) {
        this.configuration = configuration;
        this.environment = environment;
    }

    void open() {
        OpenDatabase database = new OpenDatabase(configuration.getDatabase(), environment.metrics());
        environment.lifecycle().manage(database);
        ClockAdvance advance = new ClockAdvance(
                database.transactions(), database.transactions().store(SqlClockAdvanceStore.class), System::nanoTime);
        Supplier<Duration> ahead = configuration.clockMoves() ? advance : () -> Duration.ZERO;
        Clock clock = new MicrosClock(Clock.systemUTC(), ahead);
        Foundation foundation = foundation(database, clock);
        new SamplePast(configuration, foundation).fillIfEmpty();
        Rooms rooms = new Rooms(configuration, foundation, new OwnAddress(environment));

        JerseyEnvironment jersey = environment.jersey();
        IdempotencyKeys keys = new SqlIdempotencyKeys(foundation.transactions(), foundation.ids(), foundation.clock());
        WriteLimits limits = new WriteLimits(configuration.getLimits().writesPerMinute());
        WebEdge.register(jersey, foundation, keys, limits);
        rooms.ledger.signingKeys.prepare();
        rooms.register(jersey);
        rooms.treasury.register(environment.servlets());
        rooms.governance.register(environment.servlets(), rooms.identity.readCaller, limits);
        jersey.register(new OpenApiResource(() -> apiClasses(jersey)));
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(new EdgeErrors()));
        rooms.tasks().forEach(environment.admin()::addTask);
        environment.healthChecks().register("database", new DatabaseCheck(database.jdbi()));
        environment
                .servlets()
                .addFilter("static-cache", new StaticCacheFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/static/*");

        environment
                .servlets()
                .addFilter("content-type", new ContentTypeGuard())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");

        DueWorkRunner runner = new DueWorkRunner(works(rooms, keys));
        wake.set(runner::wake);
        environment.lifecycle().manage(new AutoCloseableManager(runner));
        environment.lifecycle().manage(new JobSchedule(database.dataSource(), runner));
        if (configuration.clockMoves()) {
            jersey.register(new ClockResource(advance, clock, runner));
        }
        environment
                .lifecycle()
                .addServerLifecycleListener(server -> LOG.info(
                        "Pools is open at {}{}",
                        configuration.getPublicUrl(),
                        configuration.isDemo() ? " - a demo: nothing in it is real. Sign in as Ana." : ""));
    }

    private static List<DueWork> works(Rooms rooms, IdempotencyKeys keys) {
        List<DueWork> works = new ArrayList<>(rooms.dueWork());
        works.add(new ForgetOldAnswers(keys));
        return works;
    }

    /** The resource classes of the API, in the order of their names. */
    private static Set<Class<?>> apiClasses(JerseyEnvironment jersey) {
        Set<Class<?>> classes = new TreeSet<>(Comparator.comparing(Class::getName));
        classes.addAll(jersey.getResourceConfig().getClasses());
        classes.removeIf(type -> !type.isAnnotationPresent(Path.class));
        return classes;
    }

    private Foundation foundation(OpenDatabase database, Clock clock) {
        IdSource ids = new IdSource(clock, new SecureRandom());
        Sentences sentences = new Sentences();
        boolean sandbox = configuration.getPayments().isSandbox()
                || configuration.getGroups().isSandbox();
        Pages.Settings settings = new Pages.Settings(
                sandbox,
                configuration.clockMoves(),
                configuration.getCustodian(),
                version(),
                configuration.publicUri(),
                configuration.commonsPlan().isOn());
        return new Foundation(
                clock,
                ids,
                database.jdbi(),
                database.transactions(),
                new Pages(settings, sentences, ids, clock),
                sentences,
                environment.getObjectMapper(),
                configuration.publicUri(),
                () -> wake.get().run());
    }

    private static String version() {
        String version = House.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
