package coop.pools.governance.web;

import coop.pools.governance.Count;
import coop.pools.governance.Listing;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadStanding;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts together what the pages of one proposal show. */
public final class ProposalShowing {
    private static final int COMMENTS = 100;
    private static final String FORMER = "Former member";

    private final ProposalReaders readers;
    private final Actions actions;
    private final ProposalJsons jsons;
    private final LifeShowing lives;
    private final ReadPeople people;
    private final Clock clock;
    private final Markdown markdown = new Markdown();

    public ProposalShowing(
            ProposalReaders readers,
            Actions actions,
            ProposalJsons jsons,
            LifeShowing lives,
            ReadPeople people,
            Clock clock) {
        this.readers = readers;
        this.lives = lives;
        this.actions = actions;
        this.jsons = jsons;
        this.people = people;
        this.clock = clock;
    }

    /** The page as the reader may see it, with what a refused form had. */
    ProposalPage page(Caller caller, UUID id, Optional<UUID> after, Typed typed) {
        Count count = readers.counts().of(caller, id, Optional.empty(), 1);
        ReadStanding.Standing standing = readers.standings().of(caller, id);
        ProposalView view = count.proposal();
        Proposal proposal = view.proposal();
        String author = standing.member() ? people.name(proposal.author()) : "a member";
        return new ProposalPage(
                BodyLink.of(readers.bodies().read(proposal.body())),
                "/proposals/" + id,
                proposal.title(),
                markdown.html(proposal.text()),
                actions.line(proposal.body(), proposal.action()),
                actions.facts(proposal.body(), proposal.action()),
                actions.links(id),
                view.state().word(),
                proposal.progress().blocked().map(jsons::sentence).orElse(""),
                deadlines(view),
                count.result().map(result -> votes(view, result, count)).stream()
                        .toList(),
                VoteWords.rule(count.rule()),
                Timeline.of(view, author),
                lives.of(caller, view, standing.member()),
                mine(caller, view, standing, typed),
                discussion(caller, id, after, standing.member(), typed));
    }

    private static ProposalPage.Votes votes(ProposalView view, Outcome result, Count count) {
        String words = view.outcome().isPresent() ? "" : VoteWords.running(result, count.rule());
        return new ProposalPage.Votes(
                result.ballots().agree(),
                result.ballots().abstain(),
                result.ballots().disagree(),
                result.electorate(),
                words);
    }

    private List<ProposalPage.Deadline> deadlines(ProposalView view) {
        return switch (view.state()) {
            case DISCUSSION ->
                List.of(deadline("The vote opens", view.proposal().opensAt()));
            case VOTING ->
                view.vote().map(vote -> deadline("The vote closes", vote.closesAt())).stream()
                        .toList();
            case COOLING_OFF ->
                List.of(deadline("It is carried out", view.enactsAt().orElseThrow()));
            default -> List.of();
        };
    }

    private ProposalPage.Deadline deadline(String label, Instant at) {
        return new ProposalPage.Deadline(
                label, at.toString(), InstantText.of(at), InstantText.relative(at, clock.instant()));
    }

    private static ProposalPage.Mine mine(
            Caller caller, ProposalView view, ReadStanding.Standing standing, Typed typed) {
        boolean open = view.state() == ProposalState.VOTING;
        String why = !open || standing.elector()
                ? ""
                : standing.member()
                        ? "You joined after this vote had opened. Those who were members at that moment decide it."
                        : "Members vote on this.";
        return new ProposalPage.Mine(
                standing.member(),
                open && standing.elector(),
                standing.ballot().isPresent(),
                typed.choice()
                        .or(() -> standing.ballot().flatMap(Ballot::choice).map(Choice::word))
                        .orElse(""),
                typed.reason().or(() -> standing.ballot().map(Ballot::reason)).orElse(""),
                view.vote().map(vote -> InstantText.of(vote.closesAt())).orElse(""),
                why,
                view.state() == ProposalState.DISCUSSION
                        && caller.is(view.proposal().author()));
    }

    private ProposalPage.Discussion discussion(
            Caller caller, UUID id, Optional<UUID> after, boolean member, Typed typed) {
        if (!member) {
            return new ProposalPage.Discussion(List.of(), "", "");
        }
        Listing<Comment> page = readers.comments().of(caller, id, after, COMMENTS);
        Map<UUID, String> names =
                people.names(page.items().stream().map(Comment::author).toList());
        List<ProposalPage.Said> said = page.items().stream()
                .map(comment -> new ProposalPage.Said(
                        comment.id().toString(),
                        names.getOrDefault(comment.author(), FORMER),
                        comment.createdAt().toString(),
                        InstantText.of(comment.createdAt()),
                        markdown.html(comment.text())))
                .toList();
        String next = page.next()
                .map(last -> "/proposals/" + id + "?after=" + last + "#discussion")
                .orElse("");
        return new ProposalPage.Discussion(said, next, typed.comment().orElse(""));
    }

    /** The page of the count with one page of ballots. */
    CountPage count(Caller caller, UUID id, Optional<UUID> after) {
        Count count = readers.counts().of(caller, id, after, 100);
        ProposalView view = count.proposal();
        boolean member = jsons.isMember(caller, view.proposal().body());
        Map<UUID, String> names = member
                ? people.names(
                        count.ballots().items().stream().map(Ballot::person).toList())
                : Map.of();
        String url = "/proposals/" + id;
        return new CountPage(
                BodyLink.of(readers.bodies().read(view.proposal().body())),
                url,
                view.proposal().title(),
                view.state().word(),
                count.result().isPresent(),
                count.result().map(result -> votes(view, result, count)).stream()
                        .toList(),
                VoteWords.rule(count.rule()),
                count.result().map(result -> arithmetic(result, count)).orElse(List.of()),
                count.result().map(result -> verdict(view, result)).orElse(""),
                count.ballots().items().stream()
                        .map(b -> line(b, member, names))
                        .toList(),
                count.ballots().next().map(last -> url + "/count?after=" + last).orElse(""));
    }

    private static List<String> arithmetic(Outcome result, Count count) {
        String who = result.electorate() == 1
                ? "1 person may vote: the member when the vote opened."
                : result.electorate() + " people may vote: the members when the vote opened. Each counts one.";
        return List.of(who, VoteWords.quorum(result), VoteWords.threshold(result, count.rule()));
    }

    private static String verdict(ProposalView view, Outcome result) {
        String soFar = view.outcome().isPresent() ? "" : "If the vote closed now: ";
        if (result.passed()) {
            return soFar + "passed.";
        }
        return soFar + (result.quorumMet() ? "not passed." : "not passed, as too few people voted.");
    }

    private static CountPage.Line line(Ballot ballot, boolean member, Map<UUID, String> names) {
        String mark = ballot.person().toString();
        String who =
                member ? names.getOrDefault(ballot.person(), FORMER) : "Member " + mark.substring(mark.length() - 8);
        return new CountPage.Line(
                who,
                ballot.choice().map(Choice::word).orElse(""),
                ballot.reason(),
                ballot.castAt().toString(),
                InstantText.of(ballot.castAt()));
    }

    /** What a refused form had; all empty otherwise. */
    record Typed(Optional<String> choice, Optional<String> reason, Optional<String> comment) {
        static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
