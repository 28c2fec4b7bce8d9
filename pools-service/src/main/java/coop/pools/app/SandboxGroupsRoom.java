package coop.pools.app;

import coop.pools.demo.SandboxProvider;
import coop.pools.demo.sql.SqlSandboxCodeStore;
import coop.pools.demo.web.SandboxClient;
import coop.pools.demo.web.SandboxConsentResource;
import coop.pools.demo.web.SandboxSignInApi;
import coop.pools.demo.web.SandboxTokenResource;
import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.SignIn;
import coop.pools.integrations.groups.sandbox.SandboxGroupSource;
import coop.pools.integrations.groups.sandbox.SandboxSignIn;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.util.function.Supplier;

/** The sandbox's groups, people and sign-in; built only while groups are {@code sandbox}. */
final class SandboxGroupsRoom {
    /** Not a secret: it guards a provider at which anyone may be anyone. */
    static final String CLIENT_SECRET = "sandbox-client-secret";

    private static final String CLIENT_ID = "pools";

    final SandboxProvider provider;
    final SignIn signIn;
    final GroupSource groups;
    private final Foundation foundation;

    SandboxGroupsRoom(Foundation foundation, Supplier<URI> ownAddress) {
        this.foundation = foundation;
        provider = new SandboxProvider(
                foundation.transactions(),
                foundation.store(SqlSandboxCodeStore.class),
                foundation.ids(),
                foundation.clock());
        signIn = SandboxSignIn.at(
                new SandboxSignIn.Addresses(foundation::publicUrl, ownAddress),
                CLIENT_ID,
                CLIENT_SECRET,
                new BoundedHttp(),
                foundation.clock());
        groups = new SandboxGroupSource(SandboxProvider::subjectOf);
    }

    void register(JerseyEnvironment jersey, IdentityRoom identity) {
        String redirectUri =
                foundation.publicUrl().resolve("/sign-in/sandbox/callback").toString();
        SandboxClient client = new SandboxClient(CLIENT_ID, CLIENT_SECRET, redirectUri);
        jersey.register(new SandboxConsentResource(foundation.pages(), provider, client));
        jersey.register(new SandboxTokenResource(provider, client));
        jersey.register(
                new SandboxSignInApi(foundation.transactions(), provider, identity.startSession, identity.makeToken));
    }
}
