package coop.pools.identity;

import coop.pools.identity.IdentityStore.Attempt;
import coop.pools.identity.domain.Person;
import coop.pools.integrations.groups.SignedIn;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Ends signing in: the state is used up, the code exchanged, the person found or made, a session begun. */
public final class CompleteSignIn {
    private static final Duration ATTEMPT_LIFE = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final IdentityStore store;
    private final SignInProviders providers;
    private final StartSession sessions;
    private final Clock clock;

    public CompleteSignIn(
            Transactions transactions,
            IdentityStore store,
            SignInProviders providers,
            StartSession sessions,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.providers = providers;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @throws Refused {@link IdentityRefusal#SIGN_IN_EXPIRED}, {@link IdentityRefusal#SIGN_IN_DECLINED} or
     *     {@link IdentityRefusal#PROVIDER_UNREACHABLE}
     */
    public Begun complete(String provider, String state, String code, String browserSecret, String userAgent) {
        Attempt attempt = transactions.inTransaction(() -> use(provider, state, browserSecret));
        SignedIn signedIn;
        try {
            signedIn = providers.get(provider).complete(code, attempt.codeVerifier(), providers.redirectUri(provider));
        } catch (SourceFailure e) {
            throw new Refused(
                    e.kind() == SourceFailure.Kind.REFUSED || e.kind() == SourceFailure.Kind.TOKEN_REFUSED
                            ? IdentityRefusal.SIGN_IN_DECLINED
                            : IdentityRefusal.PROVIDER_UNREACHABLE,
                    Map.of("provider", provider));
        }
        StartSession.Started started = transactions.inTransaction(() -> sessions.start(provider, signedIn, userAgent));
        return new Begun(started.sessionSecret(), started.person(), attempt.returnTo());
    }

    private Attempt use(String provider, String state, String browserSecret) {
        Attempt attempt = store.attempt(Secrets.hash(state)).orElseThrow(CompleteSignIn::expired);
        boolean sameBrowser = MessageDigest.isEqual(attempt.browserHash(), Secrets.hash(browserSecret));
        boolean young = clock.instant().isBefore(attempt.startedAt().plus(ATTEMPT_LIFE));
        if (!sameBrowser || !young || !attempt.provider().equals(provider)) {
            throw expired();
        }
        if (store.useAttempt(attempt.stateHash(), clock.instant()) == 0) {
            throw expired();
        }
        return attempt;
    }

    private static Refused expired() {
        return new Refused(IdentityRefusal.SIGN_IN_EXPIRED);
    }

    /** A session to hand to the browser, and where to go on. */
    public record Begun(String sessionSecret, Person person, String returnTo) {}
}
