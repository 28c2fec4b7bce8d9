package coop.pools.app;

import coop.pools.identity.BeginSignIn;
import coop.pools.identity.CompleteSignIn;
import coop.pools.identity.ForgetOldSignIns;
import coop.pools.identity.IdentityStore;
import coop.pools.identity.MakeToken;
import coop.pools.identity.ReadCaller;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.RevokeToken;
import coop.pools.identity.SignInProviders;
import coop.pools.identity.SignOut;
import coop.pools.identity.SourceTokens;
import coop.pools.identity.StartSession;
import coop.pools.identity.TokenSeal;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.identity.sql.SqlSourceTokenStore;
import coop.pools.identity.web.MeApi;
import coop.pools.identity.web.MePages;
import coop.pools.identity.web.SignInResource;
import coop.pools.identity.web.VisitFilter;
import coop.pools.platform.web.BrowserCookie;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** People, sign-in, sessions and tokens. */
final class IdentityRoom {
    /** More than anybody has programs. */
    private static final int MOST_TOKENS = 50;

    /** At the sandbox every sign-in without a browser makes one, and a test run signs in often. */
    private static final int MOST_SANDBOX_TOKENS = 10_000;

    final IdentityStore store;
    final ReadPeople readPeople;
    final ReadCaller readCaller;
    final SourceTokens sourceTokens;
    final StartSession startSession;
    final MakeToken makeToken;
    final ForgetOldSignIns forgetOldSignIns;
    private final Foundation foundation;
    private final SignInProviders providers;

    IdentityRoom(Foundation foundation, GroupsIntegration groups) {
        this.foundation = foundation;
        store = foundation.store(SqlIdentityStore.class);
        providers = new SignInProviders(groups.signIns, foundation.publicUrl());
        readPeople = new ReadPeople(store, foundation.clock());
        readCaller = new ReadCaller(foundation.transactions(), store, foundation.clock());
        sourceTokens = new SourceTokens(
                foundation.transactions(),
                foundation.store(SqlSourceTokenStore.class),
                providers,
                new TokenSeal(groups.sealSecret, foundation.ids()),
                foundation.clock());
        startSession = new StartSession(store, sourceTokens, foundation.ids(), foundation.clock());
        int most = groups.sandbox.isPresent() ? MOST_SANDBOX_TOKENS : MOST_TOKENS;
        forgetOldSignIns = new ForgetOldSignIns(foundation.transactions(), store, foundation.clock());
        makeToken = new MakeToken(foundation.transactions(), store, foundation.ids(), foundation.clock(), most);
    }

    void register(JerseyEnvironment jersey) {
        BrowserCookie cookie = BrowserCookie.forSite(foundation.publicUrl());
        jersey.register(new VisitFilter(readCaller, cookie));
        jersey.register(new SignInResource(
                foundation.pages(),
                providers,
                new BeginSignIn(foundation.transactions(), store, providers, foundation.ids(), foundation.clock()),
                new CompleteSignIn(foundation.transactions(), store, providers, startSession, foundation.clock()),
                new SignOut(foundation.transactions(), store),
                cookie));
        RevokeToken revokeToken = new RevokeToken(foundation.transactions(), store, foundation.clock());
        jersey.register(new MeApi(readPeople, makeToken, revokeToken));
        jersey.register(new MePages(foundation.pages(), readPeople, makeToken, revokeToken));
    }
}
