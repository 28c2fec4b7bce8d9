package coop.pools.governance;

import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Leaves word for those whom a dispute waits for, and for those whose dispute it is. */
final class CaseWords {
    /** So many of those who have raised concerns are told of the answer; all others read it on the page. */
    private static final int MOST = 50;

    private final Notices notices;

    CaseWords(Notices notices) {
        this.notices = notices;
    }

    /** A payment is paused: ombuds can answer, and its author wants to know. */
    void opened(Proposal proposal, Dispute dispute, Dispute.Concern concern, List<UUID> ombuds) {
        Map<String, Object> facts =
                Map.of("title", proposal.title(), "body", proposal.body(), "closesAt", dispute.pausedUntil());
        ombuds.forEach(ombud -> tell("case-for-ombud", proposal, ombud, "CONCERN_FOR_OMBUD", facts));
        if (!proposal.author().equals(concern.raisedBy())) {
            tell("case-of-author", proposal, proposal.author(), "CONCERN_RAISED", facts);
        }
    }

    /** It has been answered, by whatever way. */
    void answered(Proposal proposal, Dispute dispute, Collection<UUID> concerned) {
        Set<UUID> told = new LinkedHashSet<>(List.of(proposal.author()));
        concerned.stream().limit(MOST).forEach(told::add);
        dispute.answeredBy().ifPresent(told::remove);
        String kind = "CONCERN_" + dispute.answer().orElseThrow().name();
        told.forEach(person -> tell(
                "case-answered", proposal, person, kind, Map.of("title", proposal.title(), "body", proposal.body())));
    }

    private void tell(String word, Proposal proposal, UUID person, String kind, Map<String, Object> facts) {
        notices.tell(
                IdSource.derivedId(word, proposal.id().toString(), person.toString()),
                person,
                new Notices.Notice(kind, facts, "/proposals/" + proposal.id()));
    }
}
