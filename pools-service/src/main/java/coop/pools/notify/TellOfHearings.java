package coop.pools.notify;

import coop.pools.flood.PeopleOfMembers;
import coop.pools.governance.ReadUndecided;
import coop.pools.governance.domain.Action.FloodAction.RemovePool;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Transactions;
import coop.pools.notify.WordStore.Word;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The people of a Pool learn that the others of a Flood may part from it, so that they can answer, and what came of it.
 * They do not vote on it, so that nothing else would tell them.
 */
public final class TellOfHearings implements Occasion {
    private static final String OPENED = "opened";
    private static final String ENDED = "ended";

    private final ReadUndecided proposals;
    private final PeopleOfMembers people;

    private TellOfHearings(ReadUndecided proposals, PeopleOfMembers people) {
        this.proposals = proposals;
        this.people = people;
    }

    /** Who is asked about proposals, and whose people are told. */
    public record Hearings(ReadUndecided proposals, PeopleOfMembers people) {}

    public static TellByPage work(
            Transactions transactions, WordStore words, Hearings hearings, Notices notices, Clock clock) {
        Occasion all = new TellOfHearings(hearings.proposals(), hearings.people());
        return new TellByPage(transactions, words, all, notices, clock);
    }

    @Override
    public String word() {
        return "hearing";
    }

    @Override
    public String end() {
        return ENDED;
    }

    @Override
    public Optional<Span> span(UUID id) {
        return proposals
                .proposal(id)
                .map(proposal -> new Span(
                        proposal.createdAt(),
                        proposal.progress().vote().map(Vote::closesAt).orElse(proposal.opensAt())));
    }

    @Override
    public Page page(Word word, int most, Instant now) {
        Proposal proposal = proposals.proposal(word.about()).orElseThrow();
        if (!isToBeTold(word, proposal) || !(proposal.action() instanceof RemovePool parting)) {
            return Page.of(List.of(), List.of(), () -> notice(word, proposal, Map.of()));
        }
        var member = people.member(parting.pool());
        List<UUID> all = people.people(member, word.afterPerson(), most);
        return Page.of(all, all, () -> notice(word, proposal, Map.of("pool", member)));
    }

    /** Nobody is told of a beginning that they cannot answer any more, nor twice that it goes on. */
    private static boolean isToBeTold(Word word, Proposal proposal) {
        Progress progress = proposal.progress();
        boolean over = progress.closedAt().isPresent() || dropped(progress);
        return word.kind().equals(ENDED) || word.kind().equals(OPENED) && !over;
    }

    private static Notices.Notice notice(Word word, Proposal proposal, Map<String, Object> member) {
        Map<String, Object> facts = new HashMap<>(member);
        facts.put("body", proposal.body());
        facts.put("title", proposal.title());
        facts.put("opensAt", proposal.opensAt());
        return new Notices.Notice(kind(word, proposal), facts, "/proposals/" + proposal.id());
    }

    private static String kind(Word word, Proposal proposal) {
        if (word.kind().equals(OPENED)) {
            return "HEARING_BEGUN";
        }
        Progress progress = proposal.progress();
        if (progress.enactedAt().isPresent()) {
            return "HEARING_PARTED";
        }
        return dropped(progress) ? "HEARING_DROPPED" : "HEARING_KEPT";
    }

    private static boolean dropped(Progress progress) {
        return progress.withdrawnAt().isPresent() || progress.blocked().isPresent();
    }
}
