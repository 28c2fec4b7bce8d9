package coop.pools.custody;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.custody.domain.StewardTerm;
import coop.pools.kernel.Moments;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carries out votes that name a steward or end their term. Stewards carry out; they decide nothing. */
public final class NameSteward {
    private final Transactions transactions;
    private final StewardStore terms;
    private final StewardActionCheck check;
    private final ReadBylaws bylaws;
    private final Clock clock;

    public NameSteward(
            Transactions transactions, StewardStore terms, StewardActionCheck check, ReadBylaws bylaws, Clock clock) {
        this.transactions = transactions;
        this.terms = terms;
        this.check = check;
        this.bylaws = bylaws;
        this.clock = clock;
    }

    /** @throws Refused STEWARD_NOT_A_MEMBER, STEWARD_ALREADY or STEWARDS_TOO_MANY */
    public void name(UUID proposal, UUID pool, UUID person) {
        transactions.inTransaction(() -> {
            check.mayBeNamed(pool, person);
            Rules rules = bylaws.rules(pool);
            int most = rules.number(RuleKey.STEWARD_COUNT);
            boolean again = check.isServing(pool, person);
            if (!again && check.serving(pool) >= most) {
                throw new Refused(CustodyRefusal.STEWARDS_TOO_MANY, Map.of("most", most));
            }
            Instant now = clock.instant();
            Instant until = now.atZone(ZoneOffset.UTC)
                    .plusMonths(rules.number(RuleKey.STEWARD_MONTHS))
                    .toInstant();
            terms.end(pool, person, proposal, now);
            terms.insert(new StewardTerm(
                    pool,
                    person,
                    next(pool, now),
                    Optional.of(proposal),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(until)));
        });
    }

    /** @throws Refused STEWARD_NOT_ONE */
    public void end(UUID proposal, UUID pool, UUID person) {
        Instant now = clock.instant();
        transactions.inTransaction(() -> {
            check.mayBeEnded(pool, person);
            if (terms.end(pool, person, proposal, now) == 0) {
                // The founder, who is one without having been named.
                terms.insert(new StewardTerm(
                        pool,
                        person,
                        next(pool, now),
                        Optional.empty(),
                        Optional.of(proposal),
                        Optional.of(now),
                        Optional.empty()));
            }
        });
    }

    /** Terms are read in their order, also where several begin at one moment. */
    private Instant next(UUID pool, Instant now) {
        Optional<Instant> last =
                terms.terms(pool).stream().map(StewardTerm::since).max(Comparator.naturalOrder());
        return Moments.after(last, now);
    }
}
