package coop.pools.custody;

import coop.pools.custody.domain.StewardTerm;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carries out votes that name a steward or end their term. Stewards carry out; they decide nothing. */
public final class NameSteward {
    private final Transactions transactions;
    private final StewardStore terms;
    private final ReadStewards stewards;
    private final StewardActionCheck check;
    private final Clock clock;

    public NameSteward(
            Transactions transactions,
            StewardStore terms,
            ReadStewards stewards,
            StewardActionCheck check,
            Clock clock) {
        this.transactions = transactions;
        this.terms = terms;
        this.stewards = stewards;
        this.check = check;
        this.clock = clock;
    }

    /** @throws Refused STEWARD_NOT_A_MEMBER, STEWARD_ALREADY or STEWARDS_TOO_MANY */
    public void name(UUID proposal, UUID pool, UUID person) {
        transactions.inTransaction(() -> {
            check.mayBeNamed(pool, person);
            if (stewards.of(pool).size() >= ReadStewards.MOST) {
                throw new Refused(CustodyRefusal.STEWARDS_TOO_MANY, Map.of("most", ReadStewards.MOST));
            }
            terms.insert(new StewardTerm(
                    pool, person, clock.instant(), Optional.of(proposal), Optional.empty(), Optional.empty()));
        });
    }

    /** @throws Refused STEWARD_NOT_ONE */
    public void end(UUID proposal, UUID pool, UUID person) {
        Instant now = clock.instant();
        transactions.inTransaction(() -> {
            check.mayBeEnded(pool, person);
            if (terms.end(pool, person, proposal, now) == 0) {
                // The founder, who is one without having been named.
                terms.insert(
                        new StewardTerm(pool, person, now, Optional.empty(), Optional.of(proposal), Optional.of(now)));
            }
        });
    }
}
