package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a proposal to a Pool or Flood. With no time for discussion its vote opens at once.
 *
 * <p>Refuses with {@link GovernanceRefusal#MEMBERS_ONLY}, {@link GovernanceRefusal#TEXT_LENGTH},
 * {@link GovernanceRefusal#TEXT_UNREADABLE}, {@link GovernanceRefusal#AMOUNT_NOT_POSITIVE},
 * {@link GovernanceRefusal#DISCUSSION_TOO_SHORT}, {@link GovernanceRefusal#OPENS_TOO_LATE},
 * {@link GovernanceRefusal#PAPER_NOT_SOUND},
 * {@link GovernanceRefusal#ID_TAKEN} and whatever {@link Bodies#check} refuses.
 */
public final class Propose {
    private static final Duration FARTHEST = Duration.ofDays(90);
    /** Who names the earliest moment possible has named it a little before the request arrives. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final Bodies bodies;
    private final Opening opening;

    public Propose(Transactions transactions, Clock clock, ProposalStore proposals, Bodies bodies, Opening opening) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.bodies = bodies;
        this.opening = opening;
    }

    /** The proposal under this id; asking again with the id answers the one that exists. */
    public Proposal propose(Caller caller, UUID id, Draft draft) {
        UUID author = caller.require(Scope.VOTE);
        return transactions.inTransaction(() -> {
            Optional<Proposal> existing = proposals.find(id);
            if (existing.isPresent()) {
                return same(existing.get(), author, draft);
            }
            return create(author, id, draft);
        });
    }

    private Proposal create(UUID author, UUID id, Draft draft) {
        if (!bodies.isMember(draft.body(), author)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        Action action = draft.action();
        PaperCheck.check(draft.paper(), action);
        draft.actions().forEach(Propose::checkAmount);
        String title = Wording.line("title", draft.title(), 3, 120);
        String text = Wording.lines("text", draft.text(), 0, 20_000);
        bodies.check(draft.body(), draft.actions());
        Instant now = clock.instant();
        Instant opensAt = opensAt(draft, now);
        Proposal proposal =
                new Proposal(id, draft.body(), author, title, text, action, draft.paper(), now, opensAt, Progress.NONE);
        if (!proposals.insert(proposal)) {
            return same(proposals.find(id).orElseThrow(), author, draft);
        }
        return opensAt.isAfter(now) ? proposal : opening.open(proposal, now);
    }

    private static Proposal same(Proposal existing, UUID author, Draft draft) {
        if (!existing.author().equals(author) || !existing.body().equals(draft.body())) {
            throw new Refused(GovernanceRefusal.ID_TAKEN);
        }
        return existing;
    }

    private Instant opensAt(Draft draft, Instant now) {
        int discussHours = bodies.ruleFor(draft.body(), draft.actions()).discussHours();
        Instant earliest = now.plus(Duration.ofHours(discussHours));
        Instant wanted = draft.opensAt().orElse(earliest).truncatedTo(ChronoUnit.MICROS);
        if (wanted.isBefore(earliest.minus(ON_ITS_WAY))) {
            throw new Refused(
                    GovernanceRefusal.DISCUSSION_TOO_SHORT, Map.of("discussHours", discussHours, "earliest", earliest));
        }
        Instant latest = now.plus(FARTHEST);
        if (wanted.isAfter(latest)) {
            throw new Refused(
                    GovernanceRefusal.OPENS_TOO_LATE, Map.of("mostDays", FARTHEST.toDays(), "latest", latest));
        }
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    private static void checkAmount(Action action) {
        Optional<Money> amount = action.fold(new Action.Handler<>(
                statement -> Optional.<Money>empty(),
                pay -> Optional.of(pay.amount()),
                changeRules -> Optional.empty(),
                joinFlood -> Optional.empty(),
                fundFlood -> Optional.of(fundFlood.amount()),
                leaveFlood -> Optional.empty(),
                allocate -> Optional.of(allocate.amount()),
                closeBucket -> Optional.empty(),
                chooseCustody -> Optional.empty(),
                nameSteward -> Optional.empty(),
                endSteward -> Optional.empty()));
        if (amount.filter(a -> !a.isPositive()).isPresent()) {
            throw new Refused(GovernanceRefusal.AMOUNT_NOT_POSITIVE);
        }
    }
}
