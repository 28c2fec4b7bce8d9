package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Template;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts proposals before their bodies: what a wording, an action and a time have to keep to. Only use cases of
 * governance call it, in their transaction.
 */
public final class Announcing {
    /** Nobody is put out without reasons; characters. */
    private static final int LEAST_REASONS = 20;

    private static final Duration FARTHEST = Duration.ofDays(90);
    /** Who names the earliest moment possible has named it a little before the request arrives. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final NewProposals proposals;
    private final Bodies bodies;
    private final Rosters rosters;
    private final Opening opening;
    private final Notices notices;

    public Announcing(NewProposals proposals, Bodies bodies, Rosters rosters, Opening opening, Notices notices) {
        this.proposals = proposals;
        this.bodies = bodies;
        this.rosters = rosters;
        this.opening = opening;
        this.notices = notices;
    }

    /** The new proposal; empty when the id is in use. Without time for discussion its vote opens at once. */
    Optional<Proposal> announce(UUID author, UUID id, Draft draft, Instant now) {
        return announce(author, id, draft, now, sponsorsFor(draft));
    }

    /** The same for what a dispute puts to the members: its vote opens whether or not others stand behind it. */
    Optional<Proposal> putToMembers(UUID author, UUID id, Draft draft, Instant now) {
        return announce(author, id, draft, now, 0);
    }

    private Optional<Proposal> announce(UUID author, UUID id, Draft draft, Instant now, int sponsors) {
        Draft worded = worded(draft);
        checkAction(draft);
        Instant opensAt = opensAt(draft, now);
        Progress progress = Progress.begun(Preparation.needing(sponsors));
        Proposal proposal = new Proposal(
                id,
                draft.body(),
                author,
                worded.title(),
                worded.text(),
                draft.action(),
                draft.paper(),
                now,
                opensAt,
                progress);
        if (!proposals.insert(proposal)) {
            return Optional.empty();
        }
        tellConcerned(proposal);
        boolean opens = progress.awaitsOpening() && !opensAt.isAfter(now);
        return Optional.of(opens ? opening.open(proposal, now) : proposal);
    }

    /** Whoever is to be put out learns of it at once, with time to answer. */
    void tellConcerned(Proposal proposal) {
        for (Action action : proposal.actions()) {
            action.concerned()
                    .ifPresent(person -> notices.tell(
                            IdSource.derivedId(
                                    "removal-proposed",
                                    proposal.id().toString(),
                                    proposal.opensAt().toString()),
                            person,
                            new Notices.Notice(
                                    "REMOVAL_PROPOSED",
                                    Map.of(
                                            "title", proposal.title(),
                                            "body", proposal.body(),
                                            "opensAt", proposal.opensAt()),
                                    "/proposals/" + proposal.id())));
        }
    }

    void requireMember(Draft draft, UUID person) {
        if (!bodies.isMember(draft.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
    }

    /** The draft with its words as they are kept. */
    static Draft worded(Draft draft) {
        String title = Wording.line("title", draft.title(), 3, 120);
        boolean reasoned = draft.actions().stream().anyMatch(Action::asksForReasons);
        String text = Wording.lines("text", draft.text(), reasoned ? LEAST_REASONS : 0, 20_000);
        return new Draft(draft.body(), title, text, draft.action(), draft.paper(), draft.opensAt());
    }

    /** Refuses to make a proposal a second vote on entrenched rules where there is one. */
    void requireOnlySecondVote(Proposal proposal) {
        proposals.requireOnlySecondVote(proposal);
    }

    /** Refuses what the body could never carry out. */
    void checkAction(Draft draft) {
        PaperCheck.check(draft.paper(), draft.action());
        draft.actions().forEach(Announcing::checkAmount);
        bodies.check(draft.body(), draft.actions());
        bodies.checkPaper(draft.body(), draft.paper());
        if (draft.paper().template() == Template.EMERGENCY && !bodies.mayHurry(draft.body(), draft.actions())) {
            throw new Refused(GovernanceRefusal.CANNOT_BE_HURRIED, Map.of("field", "template"));
        }
    }

    /** In a small group it is enough that all others stand behind it. */
    private int sponsorsFor(Draft draft) {
        int wanted = bodies.sponsorsFor(draft.body());
        if (wanted == 0) {
            return 0;
        }
        List<RosterPart> parts = bodies.freezeRosters(draft.body());
        return (int) Math.min(wanted, Math.max(0, rosters.countPeople(parts) - 1));
    }

    /** How long such a thing is discussed before its vote. */
    Duration discussion(Draft draft) {
        return Duration.ofHours(
                bodies.ruleFor(draft.body(), draft.actions(), draft.paper().template())
                        .discussHours());
    }

    Instant opensAt(Draft draft, Instant now) {
        Duration discussion = discussion(draft);
        Instant earliest = now.plus(discussion);
        Instant wanted = draft.opensAt().orElse(earliest).truncatedTo(ChronoUnit.MICROS);
        if (wanted.isBefore(earliest.minus(ON_ITS_WAY))) {
            throw new Refused(
                    GovernanceRefusal.DISCUSSION_TOO_SHORT,
                    Map.of("discussHours", discussion.toHours(), "earliest", earliest));
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
                endSteward -> Optional.empty(),
                admitMember -> Optional.empty(),
                removeMember -> Optional.empty(),
                nameOmbud -> Optional.empty(),
                endOmbud -> Optional.empty(),
                stopDecision -> Optional.empty(),
                chooseLegalForm -> Optional.empty(),
                windUp -> Optional.empty(),
                ofFlood -> Optional.empty(),
                pledge -> Optional.of(pledge.amount()),
                endPledge -> Optional.empty(),
                round -> round.order().fold(open -> Optional.of(open.pot()), end -> Optional.empty())));
        if (amount.filter(a -> !a.isPositive()).isPresent()) {
            throw new Refused(GovernanceRefusal.AMOUNT_NOT_POSITIVE);
        }
    }
}
