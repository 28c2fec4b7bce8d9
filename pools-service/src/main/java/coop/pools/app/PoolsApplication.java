package coop.pools.app;

import coop.pools.platform.web.StrictJson;
import io.dropwizard.assets.AssetsBundle;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.views.common.ViewBundle;
import java.io.PrintStream;
import java.util.Map;

/** The program: reads config.yml, opens the database, builds the rooms and serves them. */
public final class PoolsApplication extends Application<PoolsConfiguration> {
    private final PrintStream out;

    public PoolsApplication() {
        this(System.out);
    }

    /** @param out where commands say what they found */
    PoolsApplication(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        new PoolsApplication().run(args);
    }

    @Override
    public String getName() {
        return "pools";
    }

    @Override
    public void initialize(Bootstrap<PoolsConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false, true)));
        bootstrap.setConfigurationFactoryFactory((type, validator, strict, prefix) ->
                new YamlConfigurationFactory<>(type, validator, Jackson.newObjectMapper(), prefix));
        bootstrap.addCommand(new WarmUpCommand(this));
        bootstrap.addCommand(new MigrateCommand(out));
        bootstrap.addCommand(new VerifyLedgerCommand(out));
        bootstrap.addCommand(new RecountCommand(out));
        bootstrap.addCommand(new ExportCommand(out));
        bootstrap.addCommand(new NewSigningKeyCommand(out));
        bootstrap.addCommand(new LiftFreezeCommand(out));
        bootstrap.addBundle(new AssetsBundle("/static", "/static", null, "static"));
        bootstrap.addBundle(new ViewBundle<>() {
            @Override
            public Map<String, Map<String, String>> getViewConfiguration(PoolsConfiguration configuration) {
                return configuration.getViews();
            }
        });
    }

    @Override
    public void run(PoolsConfiguration configuration, Environment environment) throws Exception {
        ConfigurationCheck.check(configuration);
        StrictJson.strict(environment.getObjectMapper());
        House house = new House(configuration, environment);
        house.open();
    }
}
