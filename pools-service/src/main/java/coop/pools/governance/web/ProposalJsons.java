package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.platform.web.Sentences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the API's proposals from views. */
public final class ProposalJsons {
    private final Bodies bodies;
    private final Actions actions;
    private final ReadPeople people;
    private final Sentences sentences;

    public ProposalJsons(Bodies bodies, Actions actions, ReadPeople people, Sentences sentences) {
        this.bodies = bodies;
        this.actions = actions;
        this.people = people;
        this.sentences = sentences;
    }

    public ProposalJson one(Caller caller, ProposalView view) {
        return all(caller, view.proposal().body(), List.of(view)).get(0);
    }

    /** Proposals of one body, in the given order. */
    public List<ProposalJson> all(Caller caller, BodyRef ref, List<ProposalView> views) {
        Bodies.Body body = bodies.read(ref);
        Map<UUID, String> names = isMember(caller, ref)
                ? people.names(views.stream().map(v -> v.proposal().author()).toList())
                : Map.of();
        return views.stream().map(view -> json(caller, body, view, names)).toList();
    }

    /** What a proposal says, as far as the reader may know it: of people only members and whoever wrote it. */
    String text(Caller caller, Proposal proposal, String text) {
        return ForMembers.text(bodies, caller, proposal, text);
    }

    public boolean isMember(Caller caller, BodyRef ref) {
        return caller.reader().filter(person -> bodies.isMember(ref, person)).isPresent();
    }

    private ProposalJson json(Caller caller, Bodies.Body body, ProposalView view, Map<UUID, String> names) {
        Proposal proposal = view.proposal();
        return new ProposalJson(
                proposal.id(),
                new ProposalJson.BodyJson(body.ref().kind().word(), body.slug(), body.name()),
                proposal.title(),
                text(caller, proposal, proposal.text()),
                actions.json(proposal.action()),
                PaperJson.of(proposal.paper(), actions::json),
                view.state().word(),
                proposal.author(),
                Optional.ofNullable(names.get(proposal.author())),
                proposal.createdAt(),
                proposal.opensAt(),
                view.vote().map(Vote::closesAt),
                view.outcome().flatMap(over -> view.endsAt()),
                view.enactsAt(),
                proposal.progress().enactedAt(),
                view.outcome().map(ProposalJson.ResultJson::of),
                proposal.progress().blocked().map(this::blocked),
                view.first().map(ProposalJson.SecondVoteJson::of));
    }

    private ProposalJson.BlockedJson blocked(Blocked blocked) {
        return new ProposalJson.BlockedJson(blocked.code(), sentence(blocked), blocked.facts(), blocked.at());
    }

    /** The reason in a sentence. */
    public String sentence(Blocked blocked) {
        return sentences.filled("refusal." + blocked.code(), blocked.code(), blocked.facts());
    }
}
