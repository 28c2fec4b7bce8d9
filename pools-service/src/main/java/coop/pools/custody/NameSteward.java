package coop.pools.custody;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.custody.domain.StewardTerm;
import coop.pools.governance.domain.BodyRef;
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

    /** @throws Refused STEWARDS_NOT_ELECTED, STEWARD_NOT_A_MEMBER, STEWARD_ALREADY or STEWARDS_TOO_MANY */
    public void name(UUID proposal, BodyRef body, UUID person) {
        transactions.inTransaction(() -> {
            check.mayBeNamed(body, person);
            boolean flood = StewardActionCheck.isFlood(body);
            Rules rules = bylaws.rules(body.id());
            int most = rules.number(flood ? RuleKey.FLOOD_STEWARD_COUNT : RuleKey.STEWARD_COUNT);
            boolean again = check.isServing(body, person);
            if (!again && check.serving(body).size() >= most) {
                throw new Refused(CustodyRefusal.STEWARDS_TOO_MANY, Map.of("most", most));
            }
            Instant now = clock.instant();
            Instant until = now.atZone(ZoneOffset.UTC)
                    .plusMonths(rules.number(flood ? RuleKey.FLOOD_STEWARD_MONTHS : RuleKey.STEWARD_MONTHS))
                    .toInstant();
            terms.end(body.id(), person, proposal, now);
            terms.insert(new StewardTerm(
                    body.id(),
                    person,
                    next(body.id(), now),
                    Optional.of(proposal),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(until)));
        });
    }

    /** @throws Refused STEWARDS_NOT_ELECTED or STEWARD_NOT_ONE */
    public void end(UUID proposal, BodyRef body, UUID person) {
        Instant now = clock.instant();
        transactions.inTransaction(() -> {
            check.mayBeEnded(body, person);
            if (terms.end(body.id(), person, proposal, now) == 0) {
                // The founder, who is one without having been named.
                terms.insert(new StewardTerm(
                        body.id(),
                        person,
                        next(body.id(), now),
                        Optional.empty(),
                        Optional.of(proposal),
                        Optional.of(now),
                        Optional.empty()));
            }
        });
    }

    /** Terms are read in their order, also where several begin at one moment. */
    private Instant next(UUID body, Instant now) {
        Optional<Instant> last =
                terms.terms(body).stream().map(StewardTerm::since).max(Comparator.naturalOrder());
        return Moments.after(last, now);
    }
}
