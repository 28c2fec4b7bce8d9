package coop.pools.identity;

import coop.pools.identity.domain.Person;
import coop.pools.integrations.groups.SignedIn;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds or makes the person behind a provider's account and begins a session; inside the caller's transaction. */
public final class StartSession {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    static final Duration SESSION_LIFE = Duration.ofDays(30);

    private final IdentityStore store;
    private final SourceTokens sourceTokens;
    private final IdSource ids;
    private final Clock clock;

    public StartSession(IdentityStore store, SourceTokens sourceTokens, IdSource ids, Clock clock) {
        this.store = store;
        this.sourceTokens = sourceTokens;
        this.ids = ids;
        this.clock = clock;
    }

    public Started start(String provider, SignedIn signedIn, String userAgent) {
        Person person = personFor(provider, signedIn);
        String secret = ids.newSecret();
        Instant now = clock.instant();
        String agent = userAgent.length() > 300 ? userAgent.substring(0, 300) : userAgent;
        store.insertSession(Secrets.hash(secret), person.id(), agent, now, now.plus(SESSION_LIFE));
        return new Started(secret, person);
    }

    /** The person of this account, made on the first sign-in; keeps the fresh token. Two at once make one person. */
    public Person personFor(String provider, SignedIn signedIn) {
        Optional<UUID> known = store.personByAccount(provider, signedIn.subject());
        if (known.isEmpty()) {
            Person made = new Person(ids.newId(), shortName(signedIn.name()), clock.instant());
            store.insertPerson(made);
            if (store.linkAccount(provider, signedIn.subject(), made.id(), clock.instant()) == 0) {
                store.deletePerson(made.id());
            }
            known = store.personByAccount(provider, signedIn.subject());
        }
        Person person = known.flatMap(store::person).orElseThrow();
        sourceTokens.keep(person.id(), provider, signedIn.token());
        return person;
    }

    /** Names stand in mail and among other words: one line, nothing that turns the writing around, no half characters. */
    static String shortName(String name) {
        String line = MISLEADING.matcher(name).replaceAll("");
        String safe = SPACES.matcher(line).replaceAll(" ").strip();
        int end = Math.min(120, safe.codePointCount(0, safe.length()));
        String cut = safe.substring(0, safe.offsetByCodePoints(0, end)).strip();
        return cut.isEmpty() ? "Member" : cut;
    }

    /** A new session's secret, for the cookie, and its person. */
    public record Started(String sessionSecret, Person person) {}
}
