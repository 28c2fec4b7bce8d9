package coop.pools.identity;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.identity.sql.SqlSourceTokenStore;
import coop.pools.integrations.groups.SignIn;
import coop.pools.integrations.groups.SignedIn;
import coop.pools.integrations.groups.SourceToken;
import coop.pools.kernel.IdSource;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SourceTokensTest {
    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());
    private final OneTimeRefreshes provider = new OneTimeRefreshes();

    @EveryDatabase
    void aRefreshTokenSpentBySomebodyElseIsNotSpentAgain(TestDatabase db) {
        Person person = new Person(ids.newId(), "Ana", clock.instant());
        db.transactions().inTransaction(() -> db.store(SqlIdentityStore.class).insertPerson(person));
        SourceTokens tokens = new SourceTokens(
                db.transactions(),
                db.store(SqlSourceTokenStore.class),
                new SignInProviders(List.of(provider), URI.create("http://localhost/")),
                new TokenSeal("seal", ids),
                clock);
        SourceToken first = provider.token();
        db.transactions().inTransaction(() -> tokens.keep(person.id(), "once", first));
        SourceToken second = tokens.refreshed(person.id(), "once", first);
        assertThat(tokens.refreshed(person.id(), "once", first).accessToken()).isEqualTo(second.accessToken());
        assertThat(provider.spent).containsExactly(first.refreshToken().orElseThrow());
        assertThat(tokens.tokenFor(person.id(), "once").accessToken()).isEqualTo(second.accessToken());
    }

    /** A provider that says which refresh tokens it was given. */
    private final class OneTimeRefreshes implements SignIn {
        private final List<String> spent = new ArrayList<>();

        SourceToken token() {
            return new SourceToken(
                    ids.newSecret(),
                    Optional.of(ids.newSecret()),
                    clock.instant().plus(Duration.ofHours(1)));
        }

        @Override
        public String provider() {
            return "once";
        }

        @Override
        public String authorizationUrl(String state, String codeVerifier, String redirectUri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignedIn complete(String code, String codeVerifier, String redirectUri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SourceToken refresh(String refreshToken) {
            spent.add(refreshToken);
            return token();
        }
    }
}
