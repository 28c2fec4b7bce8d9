package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Dispute;
import coop.pools.kernel.Moments;
import coop.pools.kernel.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * Carries out votes that name an ombud, end an ombud's term, or stop a payment that was referred to the members. Runs in
 * the transaction of the enactment.
 */
public final class NameOmbud {
    private static final int MOST = 5;

    private final CaseDesk desk;
    private final DueDecisions decisions;
    private final Bodies bodies;

    public NameOmbud(CaseDesk desk, DueDecisions decisions, Bodies bodies) {
        this.desk = desk;
        this.decisions = decisions;
        this.bodies = bodies;
    }

    /** Whoever is one already serves anew from now on. @throws Refused OMBUD_NOT_A_MEMBER or OMBUDS_TOO_MANY */
    public void name(UUID proposal, UUID pool, UUID person) {
        desk.transactions().inTransaction(() -> {
            BodyRef body = BodyRef.pool(pool);
            Instant now = desk.clock().instant();
            if (!bodies.isMember(body, person)) {
                throw new Refused(GovernanceRefusal.OMBUD_NOT_A_MEMBER);
            }
            desk.store().endTerm(pool, person, proposal, now);
            if (desk.store().ombuds(pool, now).size() >= MOST) {
                throw new Refused(GovernanceRefusal.OMBUDS_TOO_MANY, Map.of("most", MOST));
            }
            Instant until = now.atZone(ZoneOffset.UTC)
                    .plusMonths(bodies.disputes(body).ombudMonths())
                    .toInstant();
            // Who is in charge is by the order of terms, also where several begin at one moment.
            Instant since = Moments.after(desk.store().lastTermSince(pool), now);
            desk.store().insert(new Dispute.OmbudTerm(pool, person, since, until, proposal));
        });
    }

    /** @throws Refused OMBUD_NOT_ONE */
    public void end(UUID proposal, UUID pool, UUID person) {
        desk.transactions().inTransaction(() -> {
            if (desk.store().endTerm(pool, person, proposal, desk.clock().instant()) == 0) {
                throw new Refused(GovernanceRefusal.OMBUD_NOT_ONE);
            }
        });
    }

    /** @throws Refused DECISION_OVER when it has been carried out or blocked already */
    public void stop(UUID proposal, UUID stopped) {
        desk.transactions().inTransaction(() -> {
            Refused why = new Refused(GovernanceRefusal.STOPPED_BY_MEMBERS, Map.of("proposal", proposal));
            if (!decisions.markBlocked(stopped, why, desk.clock().instant())) {
                throw new Refused(GovernanceRefusal.DECISION_OVER);
            }
        });
    }
}
