package coop.pools.governance.web;

import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The form for the second of two votes, with what the first one had; only while it can be proposed. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class SecondVotePages {
    private final BodyProposalPages pages;
    private final ProposalReaders readers;
    private final ProposalForm form;
    private final Clock clock;

    public SecondVotePages(BodyProposalPages pages, ProposalReaders readers, ReadBylaws bylaws, Clock clock) {
        this.pages = pages;
        this.readers = readers;
        this.form = new ProposalForm(bylaws);
        this.clock = clock;
    }

    /** The form; before its time, or when there is nothing to follow, the page of the first vote. */
    @GET
    @Path("/proposals/{id}/second")
    public Response write(@Context Visit visit, @PathParam("id") String id) {
        UUID first = Fields.pathId(id);
        ProposalView view = readers.proposals().one(first);
        Optional<Action> again = due(view, readers, clock.instant());
        if (again.isEmpty()) {
            return Pages.seeOther("/proposals/" + first);
        }
        Proposal proposal = view.proposal();
        Map<String, String> typed = new HashMap<>(form.typed(proposal.body(), again.get()));
        typed.put("title", proposal.title());
        typed.put("text", proposal.text());
        typed.put("second", "yes");
        BodyRef body = proposal.body();
        String slug = readers.bodies().read(body).slug();
        return Response.ok(pages.write(visit, body.kind(), slug, again.get().type(), typed))
                .build();
    }

    /** What the second vote would be about, while one that is proposed now still opens in time and none is there yet. */
    static Optional<Action> due(ProposalView view, ProposalReaders readers, Instant now) {
        if (view.state() != ProposalState.ENACTED) {
            return Optional.empty();
        }
        BodyRef body = view.proposal().body();
        return view.unfollowed()
                .filter(first -> !now.isBefore(first.secondFrom()))
                .map(first -> again(body, first))
                .filter(action -> !now.plus(Duration.ofHours(
                                readers.bodies().ruleFor(body, action).discussHours()))
                        .isAfter(view.unfollowed().orElseThrow().secondUntil()))
                .filter(action -> readers.proposals()
                        .running(Set.of(new ReadProposals.Sought(body, action)))
                        .isEmpty());
    }

    /** The second vote that is on its way; empty while there is none, and when it is over. */
    static Optional<ProposalView> onItsWay(ProposalView view, ProposalReaders readers) {
        BodyRef body = view.proposal().body();
        return view.unfollowed()
                .filter(first -> view.state() == ProposalState.ENACTED)
                .map(first -> new ReadProposals.Sought(body, again(body, first)))
                .flatMap(sought -> readers.proposals().running(Set.of(sought)).values().stream()
                        .findFirst());
    }

    private static Action again(BodyRef body, FirstVote first) {
        return body.kind() == BodyRef.Kind.FLOOD
                ? new Action.FloodAction.ChangeCompact(first.changes())
                : new Action.ChangeRules(first.changes());
    }
}
