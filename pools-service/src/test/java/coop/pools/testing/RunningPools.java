package coop.pools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.app.PoolsApplication;
import coop.pools.app.PoolsConfiguration;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.ee10.servlet.Holder;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.glassfish.jersey.server.ResourceConfig;

/** The whole application on a free port, with config.yml as it is shipped, an adjustable clock and a given database. */
public final class RunningPools implements AutoCloseable {
    private final DropwizardTestSupport<PoolsConfiguration> support;
    private final URI address;

    private RunningPools(TestDatabase database, boolean samples, List<ConfigOverride> more) throws Exception {
        int port = freePort();
        address = URI.create("http://localhost:" + port);
        List<ConfigOverride> overrides = new ArrayList<>(List.of(
                ConfigOverride.config("publicUrl", address.toString()),
                ConfigOverride.config("server.applicationConnectors[0].port", String.valueOf(port)),
                ConfigOverride.config("server.adminConnectors[0].port", "0"),
                ConfigOverride.config("database.url", database.url()),
                ConfigOverride.config("database.user", database.user()),
                ConfigOverride.config("database.password", database.password()),
                ConfigOverride.config("adjustableClock", "true"),
                ConfigOverride.config("sampleData", String.valueOf(samples)),
                ConfigOverride.config("limits.writesPerMinute", "100000")));
        overrides.addAll(more);
        support = new DropwizardTestSupport<>(
                PoolsApplication.class,
                "../config.yml",
                new SubstitutingSourceProvider(
                        new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false, true)),
                overrides.toArray(new ConfigOverride[0]));
        support.before();
    }

    /** Starts a node on this database; several nodes may share one PostgreSQL. */
    public static RunningPools on(TestDatabase database, ConfigOverride... more) {
        return started(database, false, List.of(more));
    }

    /** A node with the history that the demo begins with. */
    public static RunningPools withSamples(TestDatabase database) {
        return started(database, true, List.of());
    }

    private static RunningPools started(TestDatabase database, boolean samples, List<ConfigOverride> more) {
        try {
            return new RunningPools(database, samples, more);
        } catch (Exception e) {
            throw new IllegalStateException("the application did not start", e);
        }
    }

    public URI address() {
        return address;
    }

    /** A client that nobody has signed in with. */
    public Api guest() {
        return new Api(address, "");
    }

    /** A client of a sandbox person, with every scope. */
    public Api as(String person) {
        String token = guest().post("/sandbox/sign-in", "{\"person\":\"" + person + "\"}")
                .ok()
                .text("token");
        return new Api(address, token);
    }

    /** Every endpoint that can change something. */
    public List<Endpoints.Endpoint> writingEndpoints() {
        return Endpoints.writing(resources());
    }

    /** Every endpoint that is there to be read. */
    public List<Endpoints.Endpoint> readingEndpoints() {
        return Endpoints.reading(resources());
    }

    /** What answers requests, or looks at them, beside the resources: classes of servlets and filters. */
    public Set<String> besideTheResources() {
        ServletHandler handler =
                support.getEnvironment().getApplicationContext().getServletHandler();
        Set<String> classes = new TreeSet<>();
        for (Holder<?> holder : handler.getServlets()) {
            classes.add(holder.getClassName());
        }
        for (Holder<?> holder : handler.getFilters()) {
            classes.add(holder.getClassName());
        }
        return classes;
    }

    private List<Object> resources() {
        ResourceConfig config = support.getEnvironment().jersey().getResourceConfig();
        assertThat(config.getResources()).as("made by program").isEmpty();
        List<Object> resources = new ArrayList<>(config.getInstances());
        resources.addAll(config.getClasses());
        return resources;
    }

    /** Moves the clock and runs what falls due. */
    public void advance(String isoDuration) {
        guest().post("/sandbox/clock", "{\"advance\":\"" + isoDuration + "\"}").ok();
    }

    /** Runs a task of the admin port and answers what it says. */
    public String task(String nameAndQuery) {
        URI admin = URI.create("http://localhost:" + support.getAdminPort() + "/tasks/" + nameAndQuery);
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(admin)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        support.after();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
