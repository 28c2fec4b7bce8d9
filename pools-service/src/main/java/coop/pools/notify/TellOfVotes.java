package coop.pools.notify;

import coop.pools.governance.ReadUndecided;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Transactions;
import coop.pools.notify.VoteWordStore.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells people about votes, each word once: who can be reached by mail learns that one has opened and how it ended;
 * who has neither voted nor a delegate is reminded once before the close. Page by page, each in a transaction.
 */
public final class TellOfVotes implements DueWork {
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5;
    /** A digest lies in between, mostly with a day to spare. */
    private static final Duration REMINDED_BEFORE = Duration.ofHours(48);

    private final Transactions transactions;
    private final VoteWordStore words;
    private final ReadUndecided electorates;
    private final Telling telling;
    private final Clock clock;

    public TellOfVotes(
            Transactions transactions, VoteWordStore words, ReadUndecided electorates, Telling telling, Clock clock) {
        this.transactions = transactions;
        this.words = words;
        this.electorates = electorates;
        this.telling = telling;
        this.clock = clock;
    }

    /** Who is told, and by what. */
    public record Telling(Notices notices, AddressStore addresses) {}

    @Override
    public String name() {
        return "tell-of-votes";
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        int done = 0;
        for (UUID id : words.unplanned(atMost)) {
            done += transactions.inTransaction(() -> plan(id, now));
        }
        int pages = 0;
        for (Word word : words.due(now, MOST_PAGES)) {
            pages += transactions.inTransaction(() -> tellPage(word, now)) ? 1 : 0;
        }
        return done + pages;
    }

    private int plan(UUID id, Instant now) {
        Optional<Vote> vote =
                electorates.proposal(id).flatMap(proposal -> proposal.progress().vote());
        if (vote.isEmpty()) {
            return 0;
        }
        Instant closesAt = vote.get().closesAt();
        Duration half = Duration.between(vote.get().openedAt(), closesAt).dividedBy(2);
        Duration before = half.compareTo(REMINDED_BEFORE) < 0 ? half : REMINDED_BEFORE;
        return words.plan(id, "opened", now)
                + words.plan(id, "reminder", closesAt.minus(before))
                + words.plan(id, "closed", closesAt);
    }

    private boolean tellPage(Word due, Instant now) {
        Optional<Word> held = words.lock(due.proposalId(), due.kind());
        if (held.isEmpty()) {
            return false;
        }
        Word word = held.get();
        Proposal proposal = electorates.proposal(word.proposalId()).orElseThrow();
        boolean open = proposal.progress().closedAt().isEmpty()
                && now.isBefore(proposal.progress().vote().orElseThrow().closesAt());
        boolean late = !word.kind().equals("closed") && !open;
        List<UUID> page = late ? List.of() : electorates.electorate(proposal.id(), word.afterPerson(), PAGE);
        told(word, proposal, page, now)
                .forEach(person -> telling.notices().tell(idOf(word, person), person, notice(word, proposal)));
        if (page.size() < PAGE) {
            words.finish(word.proposalId(), word.kind(), now);
        } else {
            words.advance(word.proposalId(), word.kind(), page.get(PAGE - 1));
        }
        return true;
    }

    private List<UUID> told(Word word, Proposal proposal, List<UUID> page, Instant now) {
        if (page.isEmpty() || word.kind().equals("closed")) {
            return telling.addresses().reachable(page);
        }
        List<UUID> undecided = electorates.undecided(proposal, word.afterPerson(), page, now);
        return word.kind().equals("reminder") ? undecided : telling.addresses().reachable(undecided);
    }

    private static UUID idOf(Word word, UUID person) {
        return IdSource.derivedId("vote-" + word.kind(), word.proposalId().toString(), person.toString());
    }

    private static Notices.Notice notice(Word word, Proposal proposal) {
        Instant closesAt = proposal.progress().vote().orElseThrow().closesAt();
        return new Notices.Notice(
                kind(word, proposal),
                Map.of("body", proposal.body(), "title", proposal.title(), "closesAt", closesAt),
                "/proposals/" + proposal.id());
    }

    private static String kind(Word word, Proposal proposal) {
        if (!word.kind().equals("closed")) {
            return word.kind().equals("opened") ? "VOTE_OPENED" : "VOTE_REMINDER";
        }
        Outcome outcome = proposal.progress().outcome().orElseThrow();
        if (!proposal.paper().method().binds()) {
            return "VOTE_CLOSED";
        }
        return outcome.passed() ? "VOTE_PASSED" : outcome.quorumMet() ? "VOTE_FAILED" : "VOTE_EXPIRED";
    }
}
