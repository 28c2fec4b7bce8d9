package coop.pools.governance.web;

import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadDisputes;
import coop.pools.governance.StateOutcome;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.OutcomeStatement;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts together what a proposal's page shows of its life besides the vote. */
public final class LifeShowing {
    private static final Set<ProposalState> RUNNING = EnumSet.of(
            ProposalState.DISCUSSION, ProposalState.VOTING, ProposalState.COOLING_OFF, ProposalState.DECIDED);

    private final PreparationActs acts;
    private final ReadDisputes disputes;
    private final StateOutcome outcome;
    private final Markdown markdown = new Markdown();
    private final ReadPeople people;
    private final Clock clock;

    public LifeShowing(PreparationActs acts, CaseActs cases, ReadPeople people, Clock clock) {
        this.outcome = cases.outcome();
        this.acts = acts;
        this.disputes = cases.read();
        this.clock = clock;
        this.people = people;
    }

    ProposalLife of(Caller caller, ProposalView view, boolean member) {
        Proposal proposal = view.proposal();
        Preparation preparation = proposal.progress().preparation();
        boolean author = caller.is(proposal.author());
        List<UUID> sponsors = acts.read().sponsors(caller, proposal.id());
        Map<UUID, String> names = people.names(sponsors);
        boolean discussing = view.state() == ProposalState.DISCUSSION;
        return new ProposalLife(
                preparation.version(),
                preparation.changedAt().map(InstantText::of).orElse(""),
                author
                        && Move.EDIT.isAllowedIn(view.state())
                        && view.vote().isEmpty()
                        && acts.read().mayBeChanged(proposal.id()),
                member ? about(proposal) : "",
                RUNNING.contains(view.state())
                        && proposal.actions().stream()
                                .anyMatch(action ->
                                        action.concerned().filter(caller::is).isPresent()),
                new ProposalLife.Sponsors(
                        preparation.sponsorsNeeded(),
                        preparation.sponsors(),
                        sponsors.stream()
                                .map(id -> names.getOrDefault(id, "Former member"))
                                .toList(),
                        discussing && member && !author && preparation.sponsorsNeeded() > 0,
                        caller.reader().filter(sponsors::contains).isPresent(),
                        InstantText.of(proposal.lapsesAt())),
                dispute(caller, proposal.id()),
                statement(caller, view, member));
    }

    /** Whether its author may take it back before the vote opens. */
    boolean mayBeTakenBack(UUID proposal) {
        return acts.read().mayBeTakenBack(proposal);
    }

    private ProposalLife.Dispute dispute(Caller caller, UUID proposal) {
        ReadDisputes.Case seen = disputes.of(caller, proposal);
        List<ProposalLife.Step> steps = new ArrayList<>();
        Map<UUID, String> names = people.names(
                seen.concerns().stream().map(Dispute.Concern::raisedBy).toList());
        boolean appealed = seen.dispute()
                .flatMap(Dispute::answer)
                .filter(Dispute.Answer.APPEAL::equals)
                .isPresent();
        seen.concerns()
                .forEach(one -> steps.add(step(
                        one.raisedAt(),
                        names.getOrDefault(one.raisedBy(), "Former member")
                                + (appealed ? " appealed" : " raised a concern"),
                        one.reason())));
        seen.dispute().ifPresent(dispute -> {
            if (steps.isEmpty()) {
                steps.add(step(dispute.openedAt(), "A member raised a concern", ""));
            }
            boolean member = !seen.concerns().isEmpty();
            dispute.answer()
                    .ifPresentOrElse(
                            answer -> steps.add(step(
                                    dispute.answeredAt().orElseThrow(),
                                    words(answer),
                                    member && !appealed ? dispute.cause() : "")),
                            () -> steps.add(step(
                                    dispute.pausedUntil(),
                                    dispute.isOpen(clock.instant())
                                            ? "Paused until an ombud answers, at most until then"
                                            : "Nobody answered in time: it goes on",
                                    "")));
        });
        String next = seen.dispute()
                .flatMap(Dispute::next)
                .map(id -> "/proposals/" + id)
                .orElse("");
        Optional<Instant> paused = seen.dispute()
                .filter(dispute -> dispute.isOpen(clock.instant()))
                .map(Dispute::pausedUntil);
        return new ProposalLife.Dispute(
                seen.state(), paused, steps, next, seen.canRaise(), seen.canAnswer(), seen.appeal());
    }

    private ProposalLife.Statement statement(Caller caller, ProposalView view, boolean member) {
        Optional<OutcomeStatement> said = outcome.said(view.proposal().id());
        boolean can = Move.STATE_OUTCOME.isAllowedIn(view.state())
                && caller.reader()
                        .filter(person -> outcome.mayState(view.proposal(), person))
                        .isPresent();
        return new ProposalLife.Statement(
                said.map(one -> markdown.html(one.text())).orElse(""),
                member ? said.map(one -> people.name(one.author())).orElse("") : "",
                said.map(one -> InstantText.of(one.statedAt())).orElse(""),
                said.flatMap(OutcomeStatement::reviewAt).map(InstantText::day).orElse(""),
                can,
                said.map(OutcomeStatement::text).orElse(""));
    }

    private ProposalLife.Step step(Instant at, String title, String words) {
        return new ProposalLife.Step(
                at.toString(), InstantText.of(at), title, words.isEmpty() ? "" : markdown.html(words));
    }

    private static String words(Dispute.Answer answer) {
        return switch (answer) {
            case RELEASE -> "The ombud let it go on";
            case RERUN -> "The ombud had the vote repeated";
            case REFER -> "It was put to the members whether to stop it";
            case APPEAL -> "The members vote again";
        };
    }

    private String about(Proposal proposal) {
        if (proposal.action() instanceof Action.AdmitMember admit) {
            return people.name(admit.person());
        }
        return proposal.action().concerned().map(people::name).orElse("");
    }
}
