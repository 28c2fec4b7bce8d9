package coop.pools.identity;

import coop.pools.identity.domain.ApiToken;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a token for a program to act in the caller's name. A token for less than everything makes none: whoever got
 * hold of one could otherwise keep what they have after it is revoked.
 */
public final class MakeToken {
    private static final Duration LIFE = Duration.ofDays(365);

    private final Transactions transactions;
    private final IdentityStore store;
    private final IdSource ids;
    private final Clock clock;
    private final int most;

    /** @param most how many live tokens a person can have */
    public MakeToken(Transactions transactions, IdentityStore store, IdSource ids, Clock clock, int most) {
        this.transactions = transactions;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.most = most;
    }

    /** @throws Refused {@link IdentityRefusal#TOO_MANY_TOKENS}, SCOPE_MISSING or INVALID_FIELD */
    public Made make(Caller caller, String name, Set<Scope> scopes) {
        UUID person = caller.requireAll();
        String label = name.strip();
        if (label.isEmpty() || label.length() > 80) {
            throw new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", "name", "reason", "1 to 80 characters"));
        }
        if (scopes.isEmpty()) {
            throw new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", "scopes", "reason", "at least one"));
        }
        return transactions.inTurn(person, () -> {
            Instant now = clock.instant();
            if (store.countLiveTokens(person, now) >= most) {
                throw new Refused(IdentityRefusal.TOO_MANY_TOKENS, Map.of("most", most));
            }
            String secret = "pools_" + ids.newSecret();
            ApiToken token = ApiToken.of(ids.newId(), person, label, scopes, now, now.plus(LIFE));
            store.insertToken(token, Secrets.hash(secret));
            return new Made(token, secret);
        });
    }

    /** A token and its secret, which is shown this once. */
    public record Made(ApiToken token, String secret) {}
}
