package coop.pools.governance;

import coop.pools.governance.domain.OutcomeStatement;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reminds its author and who wanted to look back at a decision, once; of them, those who are members still. */
public final class RemindReviews implements DueWork {
    private final CaseDesk desk;
    private final OutcomeStore store;
    private final Bodies bodies;
    private final Notices notices;

    public RemindReviews(CaseDesk desk, OutcomeStore store, Bodies bodies, Notices notices) {
        this.desk = desk;
        this.store = store;
        this.bodies = bodies;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "remind-reviews";
    }

    @Override
    public int run(int atMost) {
        List<OutcomeStatement> due = store.due(desk.clock().instant(), atMost);
        due.forEach(statement -> desk.transactions().inTransaction(() -> remind(statement)));
        return due.size();
    }

    private void remind(OutcomeStatement statement) {
        UUID id = statement.proposal();
        if (store.markReminded(id, statement.version(), desk.clock().instant()) == 0) {
            return;
        }
        Proposal proposal = desk.proposals().find(id).orElseThrow();
        Set<UUID> people = new LinkedHashSet<>(List.of(proposal.author(), statement.author()));
        people.removeIf(person -> !bodies.isMember(proposal.body(), person));
        for (UUID person : people) {
            notices.tell(
                    IdSource.derivedId(
                            "review-due", id.toString(), String.valueOf(statement.version()), person.toString()),
                    person,
                    new Notices.Notice(
                            "REVIEW_DUE",
                            Map.of("title", proposal.title(), "body", proposal.body()),
                            "/proposals/" + id + "#came-of-it"));
        }
    }
}
