package coop.pools.governance.web;

import coop.pools.bylaws.FirstVote;
import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Vote;
import coop.pools.platform.web.InstantText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of a proposal from being made to being carried out, as steps of a timeline. */
final class Timeline {
    private final ProposalView view;
    private final Optional<FirstVote> first;
    private final ProposalLife.Dispute dispute;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    private Timeline(ProposalView view, ProposalLife.Dispute dispute, Instant now) {
        this.view = view;
        this.now = now;
        this.first = view.first();
        this.dispute = dispute;
    }

    static List<Step> of(ProposalView view, String author, ProposalLife.Dispute dispute, Instant now) {
        Timeline timeline = new Timeline(view, dispute, now);
        Proposal proposal = view.proposal();
        timeline.add("Proposed by " + author, "done", proposal.createdAt());
        timeline.discussion();
        timeline.vote();
        timeline.end();
        return List.copyOf(timeline.steps);
    }

    private void discussion() {
        Proposal proposal = view.proposal();
        Progress progress = proposal.progress();
        if (progress.withdrawnAt().isPresent()) {
            add("Withdrawn by the author", "stop", progress.withdrawnAt().get());
        } else {
            progress.preparation().changedAt().ifPresent(at -> add("Worded anew", "done", at));
            sponsors();
            add(
                    "Discussion, until the vote opens",
                    view.state() == ProposalState.DISCUSSION ? "now" : "done",
                    proposal.opensAt());
        }
    }

    private void sponsors() {
        Preparation preparation = view.proposal().progress().preparation();
        if (preparation.sponsorsNeeded() == 0) {
            return;
        }
        String title = preparation.sponsors() + " of " + preparation.sponsorsNeeded() + " stand behind it";
        if (preparation.isSponsored()) {
            steps.add(new Step(title, "done", "", ""));
        } else {
            boolean over = view.state() == ProposalState.EXPIRED;
            add(
                    title + (over ? ", too few until" : ", enough must until"),
                    over ? "stop" : "now",
                    view.proposal().lapsesAt());
        }
    }

    private void vote() {
        if (view.vote().isPresent()) {
            Vote vote = view.vote().get();
            boolean early = view.closedEarly();
            add(
                    early ? "Vote, closed early: no ballot still out could change the result" : "Vote, until",
                    view.state() == ProposalState.VOTING ? "now" : "done",
                    early ? endsAt() : vote.closesAt());
        } else if (view.state() == ProposalState.DISCUSSION || view.state() == ProposalState.VOTING) {
            steps.add(new Step("Vote", view.state() == ProposalState.VOTING ? "now" : "next", "", ""));
        }
    }

    private void end() {
        Progress progress = view.proposal().progress();
        if (view.outcome().isPresent() && !view.proposal().paper().method().binds()) {
            add("Closed", "done", endsAt());
            return;
        }
        switch (view.state()) {
            case DISCUSSION, VOTING -> {
                if (!view.proposal().paper().method().binds()) {
                    return;
                }
                steps.add(new Step("Time to reconsider", "next", "", ""));
                carriedOut();
            }
            case REJECTED -> add("Voted down", "stop", endsAt());
            case EXPIRED -> view.endsAt().ifPresent(at -> add("Too few people voted", "stop", at));
            case COOLING_OFF -> {
                if (!waits()) {
                    add(
                            "Passed. Time to reconsider, until",
                            "now",
                            view.enactsAt().orElseThrow());
                }
                carriedOut();
            }
            case DECIDED -> {
                if (waits()) {
                    carriedOut();
                    return;
                }
                add("Passed", "done", endsAt());
                if (first.isPresent()) {
                    carriedOut();
                } else if (Actions.does(view.proposal())) {
                    steps.add(new Step("Being carried out", "now", "", ""));
                }
            }
            case ENACTED -> {
                Instant at = progress.enactedAt().orElseThrow();
                boolean did = Actions.does(view.proposal());
                add(
                        first.isPresent()
                                ? "Passed: the first of two votes"
                                : did ? "Passed and carried out" : "Passed: it stands",
                        "done",
                        at);
                first.ifPresent(this::second);
            }
            case BLOCKED ->
                add("Blocked", "stop", progress.blocked().orElseThrow().at());
            case WITHDRAWN, DRAFT -> {}
        }
    }

    private Instant endsAt() {
        return view.endsAt().orElseThrow();
    }

    /** Whether a concern holds it up. */
    private boolean waits() {
        boolean referred = dispute.state().equals(Dispute.Answer.REFER.word());
        dispute.paused().ifPresent(until -> add("Passed. Paused by a concern, at most until", "now", until));
        if (referred) {
            steps.add(new Step("Passed. It waits for the vote on whether to stop it", "now", "", ""));
        }
        return referred || dispute.paused().isPresent();
    }

    private void carriedOut() {
        String title = Actions.does(view.proposal()) ? "Carried out by itself" : "It stands";
        boolean isFirst = first.isPresent() || view.wouldBeFirst();
        steps.add(new Step(isFirst ? "The first of two votes: nothing changes yet" : title, "next", "", ""));
        first.ifPresent(this::second);
        if (view.wouldBeFirst()) {
            steps.add(new Step("The second vote, some weeks later, makes the change", "next", "", ""));
        }
    }

    private void second(FirstVote begun) {
        if (begun.second().isPresent()) {
            steps.add(new Step("The second vote made the change", "done", "", ""));
        } else if (now.isBefore(begun.secondFrom())) {
            add("The second vote can be proposed from", "next", begun.secondFrom());
        } else {
            boolean late = now.isAfter(begun.secondUntil());
            add(
                    late ? "The second vote had to open by" : "The second vote has to open by",
                    late ? "done" : "next",
                    begun.secondUntil());
        }
    }

    private void add(String title, String state, Instant at) {
        steps.add(new Step(title, state, at.toString(), InstantText.of(at)));
    }

    /** One step; {@code state} is done, now, next or stop; the times may be empty. */
    public record Step(String title, String state, String atIso, String atText) {}
}
