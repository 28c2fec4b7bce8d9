package coop.pools.identity;

import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceToken;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * People's access to their group sources. Refresh tokens are spent by use, so one request at a time refreshes, holding
 * a lease of half a minute; the others are told to try again.
 */
public final class SourceTokens {
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final SourceTokenStore store;
    private final SignInProviders providers;
    private final TokenSeal seal;
    private final Clock clock;

    public SourceTokens(
            Transactions transactions, SourceTokenStore store, SignInProviders providers, TokenSeal seal, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.providers = providers;
        this.seal = seal;
        this.clock = clock;
    }

    /** Keeps a fresh token in place of the one before it; inside the caller's transaction. */
    public void keep(UUID person, String provider, SourceToken token) {
        byte[] access = seal.seal(token.accessToken());
        Optional<byte[]> refresh = token.refreshToken().map(seal::seal);
        if (store.insert(person, provider, access, refresh, token.expiresAt()) == 0) {
            store.replace(person, provider, access, refresh, token.expiresAt());
        }
    }

    /**
     * A token that is good for now; refreshes it over the network when it is about to expire.
     *
     * @throws Refused {@link IdentityRefusal#SOURCE_SIGN_IN_NEEDED} or {@link IdentityRefusal#PROVIDER_UNREACHABLE}
     */
    public SourceToken tokenFor(UUID person, String provider) {
        SourceToken token = read(person, provider);
        if (clock.instant().isBefore(token.expiresAt().minus(EARLY))) {
            return token;
        }
        return refreshed(person, provider, token);
    }

    /** A fresh token, for when the source refused the present one before its time. */
    public SourceToken refreshed(UUID person, String provider, SourceToken old) {
        old.refreshToken().orElseThrow(() -> signInNeeded(provider));
        Instant now = clock.instant();
        boolean mine =
                transactions.inTransaction(() -> store.claimRefresh(person, provider, now, now.plus(LEASE)) == 1);
        if (!mine) {
            throw new Refused(IdentityRefusal.PROVIDER_UNREACHABLE, Map.of("provider", provider));
        }
        SourceToken present = read(person, provider);
        if (!present.accessToken().equals(old.accessToken())) {
            // Somebody was faster: what we read before is spent, and spending it again would end the access.
            return present;
        }
        return refresh(person, provider, present);
    }

    private SourceToken refresh(UUID person, String provider, SourceToken present) {
        String refreshToken = present.refreshToken().orElseThrow(() -> signInNeeded(provider));
        try {
            SourceToken fresh = providers.get(provider).refresh(refreshToken);
            transactions.inTransaction(() -> keep(person, provider, fresh));
            return fresh;
        } catch (SourceFailure e) {
            if (e.kind() == SourceFailure.Kind.TOKEN_REFUSED || e.kind() == SourceFailure.Kind.REFUSED) {
                transactions.inTransaction(() -> {
                    store.delete(person, provider);
                });
                throw signInNeeded(provider);
            }
            throw new Refused(IdentityRefusal.PROVIDER_UNREACHABLE, Map.of("provider", provider));
        }
    }

    private SourceToken read(UUID person, String provider) {
        SourceTokenStore.Row row = store.find(person, provider).orElseThrow(() -> signInNeeded(provider));
        try {
            Optional<String> refresh = row.refreshSealed().map(seal::open);
            return new SourceToken(seal.open(row.accessSealed()), refresh, row.expiresAt());
        } catch (IllegalStateException e) {
            throw signInNeeded(provider);
        }
    }

    private static Refused signInNeeded(String provider) {
        return new Refused(IdentityRefusal.SOURCE_SIGN_IN_NEEDED, Map.of("provider", provider));
    }
}
