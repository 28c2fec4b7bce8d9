package coop.pools.demo;

import coop.pools.integrations.groups.SignedIn;
import coop.pools.integrations.groups.SourceToken;
import coop.pools.integrations.groups.sandbox.SandboxPeople;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The sandbox's own OAuth provider: whoever sits at the browser chooses who to be. Its codes are real - bound to a PKCE
 * challenge and a redirect address, used once - so that signing in runs the same way as at a real provider. Its access
 * tokens only name a person, as there is nothing to protect.
 */
public final class SandboxProvider {
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final String ACCESS = "sandbox-access-";
    private static final String REFRESH = "sandbox-refresh-";

    private final Transactions transactions;
    private final SandboxCodeStore store;
    private final IdSource ids;
    private final Clock clock;

    public SandboxProvider(Transactions transactions, SandboxCodeStore store, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** A code for the person who consented. */
    public String authorize(String subject, String codeChallenge, String redirectUri) {
        checkedSubject(subject);
        String code = ids.newSecret();
        SandboxCodeStore.Code row = new SandboxCodeStore.Code(
                subject, codeChallenge, redirectUri, clock.instant().plus(CODE_LIFE));
        transactions.inTransaction(() -> store.insert(Secrets.hash(code), row));
        return code;
    }

    /** The person of a code; empty when it is unknown, used, too old, or was asked for by somebody else. */
    public Optional<String> redeem(String code, String codeVerifier, String redirectUri) {
        byte[] hash = Secrets.hash(code);
        return transactions.inTransaction(() -> store.find(hash)
                .filter(row -> clock.instant().isBefore(row.expiresAt()))
                .filter(row -> row.redirectUri().equals(redirectUri))
                .filter(row -> Secrets.same(challenge(codeVerifier), row.codeChallenge()))
                .filter(row -> store.use(hash, clock.instant()) == 1)
                .map(SandboxCodeStore.Code::subject));
    }

    /** What {@code POST /sandbox/sign-in} stands in for: the person, signed in without a browser. */
    public SignedIn signedIn(String subject) {
        return new SignedIn(checkedSubject(subject), nameOf(subject), tokenFor(subject));
    }

    public SourceToken tokenFor(String subject) {
        return new SourceToken(
                ACCESS + subject,
                Optional.of(REFRESH + subject),
                clock.instant().plus(TOKEN_LIFE));
    }

    /** Who an access token names. */
    public static Optional<String> subjectOf(String accessToken) {
        return Optional.of(accessToken).filter(t -> t.startsWith(ACCESS)).map(t -> t.substring(ACCESS.length()));
    }

    /** Who a refresh token names. */
    public static Optional<String> subjectOfRefresh(String refreshToken) {
        return Optional.of(refreshToken).filter(t -> t.startsWith(REFRESH)).map(t -> t.substring(REFRESH.length()));
    }

    public static String nameOf(String subject) {
        return SandboxPeople.nameOf(subject)
                .orElseGet(() -> subject.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + subject.substring(1));
    }

    private static String checkedSubject(String subject) {
        if (!subject.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new Refused(
                    CommonRefusal.INVALID_FIELD,
                    Map.of("field", "person", "reason", "a short name in small letters, such as ana"));
        }
        return subject;
    }

    private static String challenge(String codeVerifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(codeVerifier));
    }
}
