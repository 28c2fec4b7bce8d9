package coop.pools.governance.web;

import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.platform.web.InstantText;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts together what a proposal's page shows of its life besides the vote. */
public final class LifeShowing {
    private final PreparationActs acts;
    private final ReadPeople people;

    public LifeShowing(PreparationActs acts, ReadPeople people) {
        this.acts = acts;
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
                author && Move.EDIT.isAllowedIn(view.state()) && view.vote().isEmpty(),
                member ? about(proposal) : "",
                proposal.actions().stream()
                        .anyMatch(
                                action -> action.concerned().filter(caller::is).isPresent()),
                new ProposalLife.Sponsors(
                        preparation.sponsorsNeeded(),
                        preparation.sponsors(),
                        sponsors.stream()
                                .map(id -> names.getOrDefault(id, "Former member"))
                                .toList(),
                        discussing && member && !author && preparation.sponsorsNeeded() > 0,
                        caller.person().filter(sponsors::contains).isPresent(),
                        InstantText.of(proposal.lapsesAt())));
    }

    private String about(Proposal proposal) {
        if (proposal.action() instanceof Action.AdmitMember admit) {
            return people.name(admit.person());
        }
        return proposal.action().concerned().map(people::name).orElse("");
    }
}
