package coop.pools.governance;

import coop.pools.governance.BallotStore.Place;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.Claim;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Question;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Soon;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes ballots from those who may vote while the vote is open. Its lock on the proposal makes ballots and the close
 * follow each other. Ballots that come together share a transaction, and what they need is read for all of them at once.
 * Only use cases of governance call it.
 */
public final class BallotBox {
    private final Transactions transactions;
    private final Clock clock;
    private final Desk desk;
    private final Electors electors;
    private final Turns turns;
    private final Question<UUID, Proposal> locked;
    private final Question<Place, Ballot> latest;

    public BallotBox(Transactions transactions, Clock clock, Desk desk, Electors electors, Turns turns) {
        this.transactions = transactions;
        this.clock = clock;
        this.desk = desk;
        this.electors = electors;
        this.turns = turns;
        locked = new Question<>(
                transactions,
                ids -> desk.proposals().lockAll(ids.toArray(UUID[]::new)).stream()
                        .collect(Collectors.toMap(Proposal::id, proposal -> proposal)));
        latest = new Question<>(transactions, desk.ballots()::latest);
    }

    /** What it works with. */
    public record Desk(ProposalStore proposals, BallotStore ballots, IdSource ids) {}

    /** What begins and ends a vote. */
    public record Turns(Opening opening, Closing closing) {}

    /** What somebody wants on a proposal; {@code reading} makes the ballot for its paper, none takes it back. */
    record Wish(Claim claim, UUID proposal, Optional<Function<BallotPaper, NewBallot>> reading) {}

    /** What came of a wish. A refusal is handed over and not thrown, so that it does not undo what others wished. */
    private record Taken(Optional<Ballot> ballot, Optional<Refused> refused) {
        private Optional<Ballot> orRefused() {
            refused.ifPresent(refusal -> {
                throw refusal;
            });
            return ballot;
        }
    }

    /**
     * Adds a revision unless the latest says the same already; an empty one takes the ballot back.
     *
     * @return the ballot as it is now; empty when there never was one
     */
    CompletableFuture<Optional<Ballot>> takeSoon(Wish wish) {
        List<Runnable> ahead = List.of(
                wish.claim()::expect,
                () -> expect(wish, person -> {
                    locked.expect(wish.proposal());
                    latest.expect(new Place(wish.proposal(), person));
                    electors.expect(person);
                }),
                () -> expect(
                        wish,
                        person -> locked.of(wish.proposal()).ifPresent(proposal -> electors.expect(proposal, person))));
        return transactions.soonInSharedTransaction(ahead, () -> taken(wish)).thenApply(Taken::orRefused);
    }

    /** The same, and durable when it returns. */
    Optional<Ballot> take(Wish wish) {
        return Soon.awaited(takeSoon(wish));
    }

    private static void expect(Wish wish, Consumer<UUID> voter) {
        try {
            voter.accept(wish.claim().caller().require(Scope.VOTE));
        } catch (Refused nobody) {
            // refused again when it is this wish's turn
        }
    }

    private Taken taken(Wish wish) {
        Optional<Plan> plan;
        Turn turn;
        try {
            turn = turn(wish);
            plan = isDue(turn.proposal(), turn.now()) ? Optional.empty() : Optional.of(plan(turn, wish));
        } catch (Refused refused) {
            return new Taken(Optional.empty(), Optional.of(refused));
        }
        return new Taken(carriedOut(plan.orElseGet(() -> plan(opened(turn), wish))), Optional.empty());
    }

    /** Somebody who may speak about a proposal, which is held, and when it is their turn. */
    private record Turn(Proposal proposal, UUID person, Instant now) {}

    private Turn turn(Wish wish) {
        UUID person = wish.claim().caller().require(Scope.VOTE);
        Proposal proposal = locked.of(wish.proposal()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        electors.requireMember(proposal, person);
        // Read only after the proposal is locked, so that no ballot is dated before it waited.
        return new Turn(proposal, person, clock.instant());
    }

    private Turn opened(Turn turn) {
        Proposal open = turns.opening().open(turn.proposal(), turn.now());
        locked.put(open.id(), open);
        electors.opened();
        return new Turn(open, turn.person(), turn.now());
    }

    /** What a wish comes to: the ballot that counts, and the one before it; the same where nothing changes. */
    private record Plan(Turn turn, Optional<Ballot> before, Optional<Ballot> after) {}

    /** Refuses what cannot be, and writes nothing. */
    private Plan plan(Turn turn, Wish wish) {
        Proposal proposal = turn.proposal();
        Optional<NewBallot> wanted = wish.reading().map(reading -> reading.apply(proposal.paper()));
        wanted.ifPresent(cast -> requireFit(proposal, cast));
        requireOpen(proposal.opensAt(), proposal.progress(), turn.now());
        electors.requireElector(proposal, turn.person());
        boolean gains =
                wanted.map(cast -> requireFree(proposal, turn.person(), cast)).orElse(false);
        Optional<Ballot> before = latest.of(new Place(proposal.id(), turn.person()));
        Optional<Mark> mark = wanted.map(NewBallot::mark);
        String reason = wanted.map(NewBallot::reason).orElse("");
        if (before.map(ballot -> ballot.says(mark, reason, gains)).orElse(mark.isEmpty())) {
            return new Plan(turn, before, before);
        }
        requireChangeable(proposal, before, wanted);
        int revision = before.map(Ballot::revision).orElse(0) + 1;
        if (revision > Restraint.MOST_REVISIONS) {
            throw new Refused(GovernanceRefusal.BALLOT_CHANGED_TOO_OFTEN, Map.of("most", Restraint.MOST_REVISIONS));
        }
        String nonce = desk.ids().newSecret();
        return new Plan(
                turn, before, Optional.of(new Ballot(turn.person(), revision, mark, reason, gains, nonce, turn.now())));
    }

    private Optional<Ballot> carriedOut(Plan plan) {
        if (!plan.after().equals(plan.before())) {
            Ballot ballot = plan.after().orElseThrow();
            Proposal proposal = plan.turn().proposal();
            desk.ballots().append(proposal.id(), ballot, plan.before().flatMap(Ballot::choice));
            latest.put(new Place(proposal.id(), ballot.person()), ballot);
            if (turns.closing().closeIfCertain(proposal, plan.turn().now())) {
                locked.forget(proposal.id());
            }
        }
        return plan.after();
    }

    private static void requireFit(Proposal proposal, NewBallot cast) {
        if (!proposal.paper().accepts(cast.mark())) {
            throw new Refused(
                    GovernanceRefusal.BALLOT_NOT_VALID,
                    Map.of(
                            "field",
                            "choice",
                            "method",
                            proposal.paper().method().word(),
                            "how",
                            proposal.paper().howToMark()));
        }
        if (cast.reason().isEmpty()
                && proposal.paper().reasons().asks(cast.mark().choice())) {
            throw new Refused(GovernanceRefusal.REASON_NEEDED);
        }
    }

    /** Whether the voter would gain; refused when the bylaws let those only abstain. */
    private boolean requireFree(Proposal proposal, UUID person, NewBallot cast) {
        boolean gains = cast.interest() || electors.gains(proposal, person);
        boolean bound = proposal.progress()
                .vote()
                .map(Vote::rule)
                .map(VotingRule::manners)
                .filter(VotingRule.Manners::conflictsAbstain)
                .isPresent();
        if (gains && bound && cast.mark().choice() != Choice.ABSTAIN && !electors.allGain(proposal, person)) {
            throw new Refused(GovernanceRefusal.MUST_ABSTAIN);
        }
        return gains;
    }

    private static void requireChangeable(Proposal proposal, Optional<Ballot> latest, Optional<NewBallot> wanted) {
        boolean change = proposal.progress()
                .vote()
                .map(vote -> vote.rule().manners().change())
                .orElse(true);
        boolean same = latest.isPresent()
                && wanted.map(NewBallot::mark).equals(latest.get().mark())
                && wanted.map(NewBallot::reason).equals(Optional.of(latest.get().reason()));
        if (!change && latest.isPresent() && !same) {
            throw new Refused(GovernanceRefusal.BALLOT_IS_FINAL);
        }
    }

    private static boolean isDue(Proposal proposal, Instant now) {
        return proposal.progress().awaitsOpening() && !now.isBefore(proposal.opensAt());
    }

    private static void requireOpen(Instant opensAt, Progress progress, Instant now) {
        if (progress.withdrawnAt().isPresent()) {
            throw new Refused(GovernanceRefusal.PROPOSAL_WITHDRAWN);
        }
        if (progress.vote().isPresent()) {
            Vote vote = progress.vote().get();
            if (progress.closedAt().isPresent() || !now.isBefore(vote.closesAt())) {
                throw new Refused(
                        GovernanceRefusal.VOTING_CLOSED,
                        Map.of("closesAt", progress.closedAt().orElse(vote.closesAt())));
            }
            return;
        }
        progress.blocked().ifPresent(blocked -> {
            throw new Refused(GovernanceRefusal.PROPOSAL_BLOCKED, Map.of("reason", blocked.code()));
        });
        throw new Refused(GovernanceRefusal.VOTING_NOT_OPEN, Map.of("opensAt", opensAt));
    }
}
