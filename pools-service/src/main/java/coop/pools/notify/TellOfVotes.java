package coop.pools.notify;

import coop.pools.bylaws.FirstVote;
import coop.pools.flood.PeopleOfMembers;
import coop.pools.governance.Bodies;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.ReadUndecided;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Transactions;
import coop.pools.notify.WordStore.Word;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Who can be reached by mail learns that a vote has opened and how it ended; who has neither voted nor a delegate is
 * reminded once before the close. Where members may leave before a payment is made, all of them are told, and until when.
 */
public final class TellOfVotes implements Occasion {
    private static final String CLOSED = "closed";

    private final ReadUndecided electorates;
    private final ReadProposals proposals;
    private final Leaving leaving;
    private final AddressStore addresses;

    private TellOfVotes(Votes votes, AddressStore addresses) {
        this.electorates = votes.electorates();
        this.proposals = votes.proposals();
        this.leaving = votes.leaving();
        this.addresses = addresses;
    }

    /** What there is to tell. */
    public record Votes(ReadUndecided electorates, ReadProposals proposals, Leaving leaving) {}

    /**
     * Of leaving before a payment is made.
     *
     * @param first whether that proposal has passed and lets members leave first with a share
     */
    public record Leaving(Predicate<UUID> first, PeopleOfMembers people, Bodies bodies) {}

    /** Who is told, and by what. */
    public record Telling(Notices notices, AddressStore addresses) {}

    public static TellByPage work(
            Transactions transactions, WordStore words, Votes votes, Telling telling, Clock clock) {
        Occasion told = new TellOfVotes(votes, telling.addresses());
        return new TellByPage(transactions, words, told, telling.notices(), clock);
    }

    @Override
    public String word() {
        return "vote";
    }

    @Override
    public String end() {
        return CLOSED;
    }

    @Override
    public Optional<Span> span(UUID id) {
        return electorates
                .proposal(id)
                .flatMap(proposal -> proposal.progress().vote())
                .map(vote -> new Span(vote.openedAt(), vote.closesAt()));
    }

    @Override
    public Page page(Word word, int most, Instant now) {
        Proposal proposal = electorates.proposal(word.about()).orElseThrow();
        boolean open = proposal.progress().closedAt().isEmpty()
                && now.isBefore(proposal.progress().vote().orElseThrow().closesAt());
        if (word.kind().equals(CLOSED) && leaving.first().test(proposal.id())) {
            List<UUID> members = leaving.people().people(proposal.body(), word.afterPerson(), most);
            return new Page(members, members, () -> List.of(notice(word, proposal), leaveFirst(proposal)));
        }
        boolean late = !word.kind().equals(CLOSED) && !open;
        List<UUID> people = late ? List.of() : electorates.electorate(proposal.id(), word.afterPerson(), most);
        return Page.of(people, told(word, proposal, people, now), () -> notice(word, proposal));
    }

    private List<UUID> told(Word word, Proposal proposal, List<UUID> page, Instant now) {
        if (page.isEmpty() || word.kind().equals(CLOSED)) {
            return addresses.reachable(page);
        }
        List<UUID> undecided = electorates.undecided(proposal, word.afterPerson(), page, now);
        return word.kind().equals("reminder") ? undecided : addresses.reachable(undecided);
    }

    private Notices.Notice notice(Word word, Proposal proposal) {
        Optional<FirstVote> first =
                word.kind().equals(CLOSED) ? proposals.one(proposal.id()).first() : Optional.empty();
        if (first.isPresent()) {
            return new Notices.Notice(
                    "VOTE_PASSED_FIRST",
                    Map.of(
                            "body",
                            proposal.body(),
                            "title",
                            proposal.title(),
                            "from",
                            first.get().secondFrom()),
                    "/proposals/" + proposal.id());
        }
        Instant closesAt = proposal.progress().vote().orElseThrow().closesAt();
        return new Notices.Notice(
                kind(word, proposal),
                Map.of("body", proposal.body(), "title", proposal.title(), "closesAt", closesAt),
                "/proposals/" + proposal.id());
    }

    private Notices.Notice leaveFirst(Proposal proposal) {
        Vote vote = proposal.progress().vote().orElseThrow();
        return new Notices.Notice(
                "LEAVE_FIRST",
                Map.of(
                        "body",
                        proposal.body(),
                        "title",
                        proposal.title(),
                        "until",
                        vote.enactsAfter(proposal.progress().closedAt().orElseThrow())),
                "/pools/" + leaving.bodies().read(proposal.body()).slug() + "/members/leave");
    }

    private static String kind(Word word, Proposal proposal) {
        if (!word.kind().equals(CLOSED)) {
            return word.kind().equals("opened") ? "VOTE_OPENED" : "VOTE_REMINDER";
        }
        Outcome outcome = proposal.progress().outcome().orElseThrow();
        if (!proposal.paper().method().binds()) {
            return "VOTE_CLOSED";
        }
        return outcome.passed() ? "VOTE_PASSED" : outcome.quorumMet() ? "VOTE_FAILED" : "VOTE_EXPIRED";
    }
}
