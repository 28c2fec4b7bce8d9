package coop.pools.app;

import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * Starts Pools on an empty database in memory, opens some of its pages and ends. The build runs it once to write the
 * archive of loaded classes (JEP 350) with which the product starts in half the time.
 */
final class WarmUpCommand extends ServerCommand<PoolsConfiguration> {
    private static final List<String> PAGES = List.of(
            "/", "/pools", "/floods", "/sign-in", "/api/v1/pools", "/api/v1/me", "/nowhere", "/static/pools.css");

    private final PoolsApplication application;

    WarmUpCommand(PoolsApplication application) {
        super(application, "warm-up", "Starts on a database in memory, opens some pages and ends");
        this.application = application;
    }

    @Override
    protected void run(Bootstrap<PoolsConfiguration> bootstrap, Namespace namespace, PoolsConfiguration configuration)
            throws Exception {
        configuration.getDatabase().setUrl("jdbc:h2:mem:warm-up;DB_CLOSE_DELAY=-1");
        configuration.setSampleData(false);
        DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
        ((HttpConnectorFactory) server.getApplicationConnectors().get(0)).setPort(0);
        ((HttpConnectorFactory) server.getAdminConnectors().get(0)).setPort(0);
        super.run(bootstrap, namespace, configuration);
    }

    @Override
    protected void run(Environment environment, Namespace namespace, PoolsConfiguration configuration)
            throws Exception {
        OwnAddress address = new OwnAddress(environment);
        super.run(environment, namespace, configuration);
        HttpClient client = HttpClient.newHttpClient();
        for (String page : PAGES) {
            URI uri = address.get().resolve(page);
            client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
        }
        System.exit(0);
    }

    @Override
    protected Class<PoolsConfiguration> getConfigurationClass() {
        return application.getConfigurationClass();
    }
}
