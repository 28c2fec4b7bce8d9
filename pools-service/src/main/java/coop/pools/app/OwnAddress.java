package coop.pools.app;

import io.dropwizard.core.setup.Environment;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** How this node reaches itself; known once it listens. Only the sandbox's sign-in calls it. */
final class OwnAddress implements Supplier<URI> {
    private volatile int port;

    OwnAddress(Environment environment) {
        environment.lifecycle().addServerLifecycleListener(this::remember);
    }

    private void remember(Server server) {
        for (var connector : server.getConnectors()) {
            if (connector instanceof ServerConnector listening && "application".equals(listening.getName())) {
                port = listening.getLocalPort();
            }
        }
    }

    @Override
    public URI get() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
