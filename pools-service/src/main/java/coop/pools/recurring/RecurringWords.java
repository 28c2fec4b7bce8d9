package coop.pools.recurring;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.recurring.domain.Every;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.SharePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is said to the payer of a recurring contribution, and to the processor about it. */
public final class RecurringWords {
    private final Bodies bodies;
    private final Notices notices;

    public RecurringWords(Bodies bodies, Notices notices) {
        this.bodies = bodies;
        this.notices = notices;
    }

    /** For example {@code Sunday Readers and 2 more}. */
    String pools(PaymentTerms terms) {
        List<UUID> pools =
                terms.shares().stream().map(SharePlan::pool).distinct().toList();
        String first = bodies.read(BodyRef.pool(pools.get(0))).name();
        return pools.size() == 1 ? first : first + " and " + (pools.size() - 1) + " more";
    }

    static String rhythm(Every every) {
        return every == Every.MONTH ? "monthly" : "yearly";
    }

    /**
     * Leaves word for the payer, inside the present transaction.
     *
     * @param what makes it told once: the same words about the same thing
     */
    void tell(RecurringContribution about, PaymentTerms terms, String kind, String what, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("amount", terms.amount());
        facts.put("pools", pools(terms));
        facts.put("rhythm", rhythm(about.every()));
        notices.tell(
                IdSource.derivedId("notice", kind, about.id().toString(), what),
                about.payer(),
                new Notice(kind, facts, "/recurring/" + about.id()));
    }
}
