package coop.pools.governance.web;

import coop.pools.governance.Count;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.Listing;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadStanding;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Stance;
import coop.pools.governance.domain.Template;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what the pages of one proposal show. */
public final class ProposalShowing {
    private static final int COMMENTS = 100;
    private static final int DEEPEST = 3;
    private static final String FORMER = "Former member";

    private final ProposalReaders readers;
    private final Actions actions;
    private final ProposalJsons jsons;
    private final LifeShowing lives;
    private final ReadPeople people;
    private final AttachedFiles files;
    private final Clock clock;
    private final VotingShowing voting;
    private final CountShowing counts;
    private final Markdown markdown = new Markdown();

    public ProposalShowing(
            ProposalReaders readers,
            Actions actions,
            ProposalJsons jsons,
            LifeShowing lives,
            Talkers talkers,
            Clock clock) {
        this.readers = readers;
        this.lives = lives;
        this.actions = actions;
        this.jsons = jsons;
        this.people = talkers.people();
        this.files = talkers.files();
        this.clock = clock;
        this.voting = new VotingShowing(actions, readers.delegations(), people);
        this.counts = new CountShowing(readers, jsons, people, voting, actions);
    }

    /** Those who talk, and the files that they add. */
    public record Talkers(ReadPeople people, AttachedFiles files) {}

    /** The page as the reader may see it, with what a refused form had. */
    ProposalPage page(Caller caller, UUID id, Optional<UUID> after, Typed typed) {
        Count count = readers.counts().of(caller, id, Optional.empty(), 1);
        ReadStanding.Standing standing = readers.standings().of(caller, id);
        ProposalView view = count.proposal();
        Proposal proposal = view.proposal();
        boolean listens = standing.member() || readers.comments().isOpenTo(caller, id);
        Map<UUID, List<AttachedFiles.Line>> added = listens
                ? files.of(caller, id).stream().collect(Collectors.groupingBy(AttachedFiles.Line::about))
                : Map.of();
        ProposalLife life = lives.of(caller, view, standing.member());
        Optional<ProposalView> second = SecondVotePages.onItsWay(view, readers);
        String author = listens ? people.name(proposal.author()) : "a member";
        return new ProposalPage(
                BodyLink.of(readers.bodies().read(proposal.body())),
                "/proposals/" + id,
                proposal.title(),
                markdown.html(jsons.text(caller, proposal, proposal.text())),
                actions.line(proposal),
                actions.facts(proposal.body(), proposal.action()),
                actions.numbers(proposal.id(), proposal.body(), proposal.action()),
                actions.links(view, standing.member(), clock.instant()),
                actions.state(view),
                proposal.progress().blocked().map(jsons::sentence).orElse(""),
                proposal.progress().blocked().map(ProposalShowing::outcome).orElse(""),
                standing.member() ? anew(proposal) : "",
                second.isPresent() ? "It is on its way." : SecondVoteWords.of(view, clock.instant()),
                second.map(one -> "/proposals/" + one.proposal().id())
                        .orElseGet(() -> secondUrl(view, standing.member())),
                deadlines(view, life.dispute()),
                count.result().map(result -> votes(view, result, count)).stream()
                        .toList(),
                way(proposal.paper().template())
                        + (proposal.paper().method().binds()
                                ? VoteWords.rule(count.rule(), proposal.paper().method())
                                : ""),
                Timeline.of(view, author, life.dispute(), clock.instant()),
                life,
                mine(caller, view, standing, typed, life.aboutMe()),
                voting.of(caller, count, standing, typed.fields()),
                new ProposalPage.Files(
                        added.getOrDefault(id, List.of()),
                        standing.member() && caller.is(proposal.author()) && view.state() == ProposalState.DISCUSSION
                                ? "/proposals/" + id + "/attachments"
                                : ""),
                discussion(caller, id, after, new Talk(listens, standing.member(), added), typed),
                typed.fields());
    }

    private String secondUrl(ProposalView view, boolean member) {
        return member
                ? SecondVotePages.due(view, readers, clock.instant())
                        .map(due -> "/proposals/" + view.proposal().id() + "/second")
                        .orElse("")
                : "";
    }

    /** The state for people: what decides nothing is closed, and has neither passed nor failed. */
    static String word(ProposalView view) {
        boolean over =
                view.outcome().isPresent() && !view.proposal().paper().method().binds();
        boolean stands = view.state() == ProposalState.ENACTED && !Actions.does(view.proposal());
        return over ? "closed" : stands ? "stands" : view.state().word();
    }

    /** What became of what was not carried out, in a few words: members may have wanted it so. */
    private static String outcome(Blocked blocked) {
        if (blocked.code().equals(GovernanceRefusal.VOTED_ANEW.name())) {
            return "It is voted on again";
        }
        return isStopped(blocked) ? "The members stopped it" : "It could not be carried out";
    }

    private static boolean isStopped(Blocked blocked) {
        return blocked.code().equals(GovernanceRefusal.STOPPED_BY_MEMBERS.name());
    }

    /** A payment that was in the way of something once needs another vote; a form that is not filled in. */
    private String anew(Proposal proposal) {
        return proposal.progress()
                .blocked()
                .filter(blocked -> proposal.action() instanceof Action.Pay)
                .filter(blocked -> !isStopped(blocked) && !blocked.code().equals(GovernanceRefusal.VOTED_ANEW.name()))
                .map(blocked ->
                        BodyLink.of(readers.bodies().read(proposal.body())).url() + "/proposals/new?type=pay")
                .orElse("");
    }

    /** How the author wants it decided, where that is not as usual. */
    private static String way(Template template) {
        return template == Template.STANDARD ? "" : template.label() + ": " + template.says() + " ";
    }

    static ProposalPage.Votes votes(ProposalView view, Outcome result, Count count) {
        boolean asks =
                view.outcome().isEmpty() && view.proposal().paper().method().binds();
        String words = asks ? VoteWords.running(result, count.rule()) : "";
        return new ProposalPage.Votes(
                result.ballots().agree(),
                result.ballots().abstain(),
                result.ballots().disagree(),
                result.electorate(),
                words);
    }

    private List<ProposalPage.Deadline> deadlines(ProposalView view, ProposalLife.Dispute dispute) {
        return switch (view.state()) {
            case DISCUSSION ->
                List.of(VoteLine.looksForSponsors(view, clock.instant())
                        .map(until -> deadline("Enough must stand behind it", until))
                        .orElseGet(
                                () -> deadline("The vote opens", view.proposal().opensAt())));
            case VOTING ->
                view.vote().map(vote -> deadline("The vote closes", vote.closesAt())).stream()
                        .toList();
            case COOLING_OFF ->
                dispute.state().isEmpty()
                                || dispute.state().equals("lapsed")
                                || dispute.state().equals("release")
                        ? List.of(deadline(ends(view), view.enactsAt().orElseThrow()))
                        : paused(dispute);
            case DECIDED -> paused(dispute);
            default -> List.of();
        };
    }

    /** A pause goes on when the time to reconsider is over. */
    private List<ProposalPage.Deadline> paused(ProposalLife.Dispute dispute) {
        return dispute.paused().map(until -> deadline("Paused by a concern; it ends", until)).stream()
                .toList();
    }

    private String ends(ProposalView view) {
        if (!Actions.does(view.proposal())) {
            return "It stands";
        }
        return view.first().isPresent() ? "It counts as the first of two votes" : "It is carried out";
    }

    private ProposalPage.Deadline deadline(String label, Instant at) {
        return new ProposalPage.Deadline(
                label, at.toString(), InstantText.of(at), InstantText.relative(at, clock.instant()));
    }

    private ProposalPage.Mine mine(
            Caller caller, ProposalView view, ReadStanding.Standing standing, Typed typed, boolean aboutMe) {
        boolean open = view.state() == ProposalState.VOTING;
        String why = !open || standing.elector() || aboutMe
                ? ""
                : standing.member() ? elsewhere(view.proposal().action()) : "Members vote on this.";
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
                        && caller.is(view.proposal().author())
                        && lives.mayBeTakenBack(view.proposal().id()));
    }

    /** Why a member has no vote. */
    private static String elsewhere(Action action) {
        return action instanceof Action.FloodAction.RemovePool
                ? "The others decide this: those who were members when the vote opened, in other Pools than the one that it"
                        + " is about. Its people can answer below."
                : "You joined after this vote had opened. Those who were members at that moment decide it.";
    }

    /** What is shown beside the comments. */
    private record Talk(boolean open, boolean mayAdd, Map<UUID, List<AttachedFiles.Line>> added) {}

    private ProposalPage.Discussion discussion(Caller caller, UUID id, Optional<UUID> after, Talk talk, Typed typed) {
        if (!talk.open()) {
            return ProposalPage.Discussion.CLOSED;
        }
        Listing<Comment> page = readers.comments().of(caller, id, after, COMMENTS);
        Map<UUID, String> names =
                people.names(page.items().stream().map(Comment::author).toList());
        Map<UUID, Comment> byId = new HashMap<>();
        page.items().forEach(comment -> byId.put(comment.id(), comment));
        List<ProposalPage.Said> said = new ArrayList<>();
        page.items().stream()
                .filter(comment -> comment.parent().filter(byId::containsKey).isEmpty())
                .forEach(comment -> thread(comment, 0, page.items(), new Voices(caller, names, talk), said));
        String next = page.next()
                .map(last -> "/proposals/" + id + "?after=" + last + "#discussion")
                .orElse("");
        Optional<Comment> answered = typed.reply().flatMap(reply -> Optional.ofNullable(byId.get(reply)));
        return new ProposalPage.Discussion(
                true,
                said,
                next,
                typed.comment().orElse(""),
                typed.preview() ? markdown.html(typed.comment().orElse("")) : "",
                answered.map(comment -> comment.id().toString()).orElse(""),
                answered.map(comment -> names.getOrDefault(comment.author(), FORMER))
                        .orElse(""),
                new Camps(markdown)
                        .of(readers.comments().stances(id), readers.comments().standing(id), people));
    }

    /** Who reads, who speaks, and with what. */
    private record Voices(Caller reader, Map<UUID, String> names, Talk talk) {
        private ProposalPage.Files of(Comment comment) {
            return new ProposalPage.Files(
                    talk.added().getOrDefault(comment.id(), List.of()),
                    talk.mayAdd() && reader.is(comment.author()) ? "/comments/" + comment.id() + "/attachments" : "");
        }
    }

    /** A comment, and below it what answers it. */
    private void thread(Comment comment, int depth, List<Comment> all, Voices voices, List<ProposalPage.Said> said) {
        said.add(new ProposalPage.Said(
                comment.id().toString(),
                voices.names().getOrDefault(comment.author(), FORMER),
                comment.createdAt().toString(),
                InstantText.of(comment.createdAt()),
                markdown.html(comment.text()),
                Math.min(depth, DEEPEST),
                comment.stance().map(Stance::word).orElse(""),
                voices.of(comment)));
        all.stream()
                .filter(other -> other.parent().filter(comment.id()::equals).isPresent())
                .forEach(other -> thread(other, depth + 1, all, voices, said));
    }

    /** The page of the count with one page of ballots. */
    CountPage count(Caller caller, UUID id, Optional<UUID> after) {
        return counts.page(caller, id, after, clock.instant());
    }

    /** What people are asked. */
    BallotPaper paper(UUID id) {
        return readers.proposals().one(id).proposal().paper();
    }

    /** What a refused form had; all empty otherwise. */
    record Typed(
            Optional<String> choice,
            Optional<String> reason,
            Optional<String> comment,
            Optional<UUID> reply,
            boolean preview,
            Map<String, String> fields) {
        static final Typed NOTHING = answering(Optional.empty());

        static Typed answering(Optional<UUID> reply) {
            return new Typed(Optional.empty(), Optional.empty(), Optional.empty(), reply, false, Map.of());
        }

        /** What was typed into other fields, by their names; those that were not sent are left out. */
        static Typed of(Map<String, String> sent) {
            Map<String, String> fields = new HashMap<>(sent);
            fields.values().removeIf(Objects::isNull);
            return new Typed(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Map.copyOf(fields));
        }
    }
}
