package coop.pools.bench;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A bare Dropwizard server that answers one sentence as JSON: the most that this server can do. */
public final class HelloServer extends Application<Configuration> {
    public static void main(String[] args) throws Exception {
        new HelloServer().run("server", "bench/hello.yml");
    }

    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                new ResourceConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false, true)));
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        environment.jersey().register(new Hello());
    }

    /** What it answers. */
    public record Said(String hello) {}

    /** The one resource. */
    @Path("/hello")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Hello {
        @GET
        public Said say() {
            return new Said("world");
        }
    }
}
