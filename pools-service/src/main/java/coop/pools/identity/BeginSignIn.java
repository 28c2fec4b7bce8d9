package coop.pools.identity;

import coop.pools.identity.IdentityStore.Attempt;
import coop.pools.integrations.groups.SignIn;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import java.time.Clock;

/** Starts signing in: remembers a state that is good for this browser, once, for ten minutes. */
public final class BeginSignIn {
    private final Transactions transactions;
    private final IdentityStore store;
    private final SignInProviders providers;
    private final IdSource ids;
    private final Clock clock;

    public BeginSignIn(
            Transactions transactions, IdentityStore store, SignInProviders providers, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.providers = providers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The provider's address to send the browser to.
     *
     * @param returnTo a path on this site to come back to; anything else becomes the front page
     */
    public String begin(String provider, String browserSecret, String returnTo) {
        SignIn signIn = providers.get(provider);
        String state = ids.newSecret();
        String verifier = ids.newSecret() + ids.newSecret();
        Attempt attempt = new Attempt(
                Secrets.hash(state),
                Secrets.hash(browserSecret),
                provider,
                verifier,
                ownPath(returnTo),
                clock.instant());
        transactions.inTransaction(() -> store.insertAttempt(attempt));
        return signIn.authorizationUrl(state, verifier, providers.redirectUri(provider));
    }

    /**
     * The path itself where it leads to a page of ours, else that of the front page, so that signing in cannot be used
     * to send people elsewhere.
     */
    public static String ownPath(String returnTo) {
        boolean own = returnTo.matches("/([A-Za-z0-9_~.?=&%-][A-Za-z0-9/_~.?=&%-]*)?")
                && !returnTo.contains("//")
                && returnTo.length() <= 500;
        return own ? returnTo : "/";
    }
}
