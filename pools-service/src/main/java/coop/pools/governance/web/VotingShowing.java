package coop.pools.governance.web;

import coop.pools.governance.Count;
import coop.pools.governance.ReadDelegations;
import coop.pools.governance.ReadStanding;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Certainty;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.CountSheet;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Ranking;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Receipt;
import coop.pools.governance.domain.VotingRule;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts together the ballot and what options came to. */
final class VotingShowing {
    private final Actions actions;
    private final ReadDelegations delegations;
    private final ReadPeople people;

    VotingShowing(Actions actions, ReadDelegations delegations, ReadPeople people) {
        this.actions = actions;
        this.delegations = delegations;
        this.people = people;
    }

    /** @param typed what a refused ballot had, by field; empty otherwise */
    Voting of(Caller caller, Count count, ReadStanding.Standing standing, Map<String, String> typed) {
        Proposal proposal = count.proposal().proposal();
        BallotPaper paper = proposal.paper();
        Optional<Ranking> ranking = count.result().flatMap(Outcome::ranking);
        Optional<Ballot> mine = standing.ballot();
        return new Voting(
                paper.method().word(),
                paper.method().hasOptions(),
                ask(paper),
                choices(paper),
                lines(proposal, marks(paper, mine, typed), ranking),
                given(paper),
                paper.anonymous(),
                paper.anonymous() && CountSheet.asksPools(paper, count.rule()),
                paper.reasons().word(),
                reasonHint(paper),
                standing.gains()
                        || typed.containsKey(Voting.INTEREST)
                        || mine.filter(Ballot::interest).isPresent(),
                count.rule().manners().change(),
                ranking.isPresent(),
                won(count),
                ranking.map(VotingShowing::mostPoints).orElse(1L),
                count.result()
                        .filter(result -> ranking.isPresent())
                        .map(result -> resultWords(paper, result))
                        .orElse(""),
                hidden(count),
                extra(count),
                conflict(standing, count.rule()),
                count.proposal().state() == ProposalState.VOTING ? forMe(caller, proposal) : List.of(),
                mine.map(ballot -> Receipt.of(proposal.id(), ballot)).orElse(""));
    }

    private static String won(Count count) {
        if (!count.proposal().proposal().paper().method().binds()) {
            return "Suits most";
        }
        boolean enough = count.result().filter(Outcome::passed).isPresent();
        return count.proposal().outcome().isPresent()
                ? enough ? "Won" : "Led, and did not win"
                : enough ? "Leads and would win" : "Leads";
    }

    private static String ask(BallotPaper paper) {
        return switch (paper.method()) {
            case AGREE, SENSE_CHECK -> "Choose one";
            case CHOOSE_ONE -> "Choose one";
            case APPROVAL -> "Tick all that you are fine with";
            case SCORE -> "Give each from 0 to " + paper.most();
            case DOTS -> "You have " + paper.most() + " dots to spread";
            case RANKED, ELECTION -> "Put them in order; leave out whom you do not want";
            case MEETING_TIME -> "When can you come?";
        };
    }

    private static List<Voting.Choosable> choices(BallotPaper paper) {
        boolean sense = paper.method() == Method.SENSE_CHECK;
        List<Voting.Choosable> choices = new ArrayList<>();
        choices.add(new Voting.Choosable("agree", sense ? "Looks good" : "Agree", "check"));
        choices.add(new Voting.Choosable("abstain", sense ? "Not sure" : "Abstain", "dash"));
        choices.add(new Voting.Choosable("disagree", sense ? "I have concerns" : "Disagree", "cross"));
        if (paper.blocksToStop() > 0) {
            choices.add(new Voting.Choosable("block", "Block", "warn"));
        }
        return choices;
    }

    private static List<Integer> marks(BallotPaper paper, Optional<Ballot> mine, Map<String, String> typed) {
        boolean again = typed.keySet().stream().anyMatch(field -> !field.equals(Voting.INTEREST));
        return again
                ? paper.options().stream().map(option -> mark(option, typed)).toList()
                : mine.flatMap(Ballot::mark).map(Mark::marks).orElse(List.of());
    }

    private static int mark(Option option, Map<String, String> typed) {
        if (option.key().equals(typed.get(Voting.OPTION))) {
            return 1;
        }
        String sent = typed.getOrDefault(Voting.MARK + option.key(), "");
        return sent.matches("[0-9]{1,3}") ? Integer.parseInt(sent) : 0;
    }

    private List<Voting.Line> lines(Proposal proposal, List<Integer> marks, Optional<Ranking> ranking) {
        BallotPaper paper = proposal.paper();
        List<Voting.Line> lines = new ArrayList<>();
        for (Option option : paper.options()) {
            int place = lines.size();
            Optional<Ranking.Line> line = ranking.map(all -> all.lines().get(place));
            lines.add(new Voting.Line(
                    option.key(),
                    option.text(),
                    option.action() instanceof Action.Statement ? "" : actions.line(proposal.body(), option.action()),
                    marks.isEmpty() ? 0 : marks.get(place),
                    line.map(Ranking.Line::points).orElse(0L),
                    line.map(each -> words(paper, each)).orElse(""),
                    ranking.map(all -> all.winners().contains(place)).orElse(false)));
        }
        return lines;
    }

    private static String words(BallotPaper paper, Ranking.Line line) {
        String support = VoteWords.people(line.support());
        return switch (paper.method()) {
            case SCORE -> line.points() + " points; " + support + " gave at least half of the most";
            case DOTS -> line.points() + (line.points() == 1 ? " dot from " : " dots from ") + support;
            case MEETING_TIME -> support + " can come";
            case RANKED -> line.points() + (line.points() == 1 ? " vote" : " votes") + " in the end";
            case ELECTION -> VoteWords.ofVotes(line.points()) + " at most; " + support + " ranked it";
            default -> support;
        };
    }

    private static List<Voting.Given> given(BallotPaper paper) {
        int options = paper.options().size();
        return switch (paper.method()) {
            case SCORE, DOTS ->
                IntStream.rangeClosed(0, paper.most())
                        .mapToObj(n -> new Voting.Given(n, String.valueOf(n)))
                        .toList();
            case RANKED, ELECTION ->
                IntStream.rangeClosed(0, options)
                        .mapToObj(n -> new Voting.Given(n, n == 0 ? "Not chosen" : n + ". choice"))
                        .toList();
            case MEETING_TIME ->
                List.of(
                        new Voting.Given(0, "Cannot"),
                        new Voting.Given(1, "If need be"),
                        new Voting.Given(2, "Suits me"));
            default -> List.of();
        };
    }

    private static long mostPoints(Ranking ranking) {
        return Math.max(
                1,
                ranking.lines().stream().mapToLong(Ranking.Line::points).max().orElse(1));
    }

    private static String resultWords(BallotPaper paper, Outcome result) {
        String cast = result.ballots().cast() + " of " + VoteWords.people(result.electorate()) + " voted.";
        Ranking ranking = result.ranking().orElseThrow();
        if (ranking.tied() && paper.method().binds()) {
            return cast + " Two or more could win; a tie fails.";
        }
        if (ranking.winners().isEmpty()
                && result.ballots().cast() > 0
                && paper.method().binds()) {
            return cast + " What leads lacks the agreement it needs.";
        }
        return cast;
    }

    private static String reasonHint(BallotPaper paper) {
        String readers =
                paper.anonymous() ? "It stays with you: others do not read it." : "Everybody in this vote can read it.";
        return paper.reasons() == Reasons.DISAGREEING ? readers + " Needed if you disagree." : readers;
    }

    private static String hidden(Count count) {
        return switch (count.hidden()) {
            case "after-voting" -> "How the vote stands is shown to you once you have voted.";
            case "after-close" -> "How the vote stands is shown when it has closed.";
            default -> "";
        };
    }

    private static String extra(Count count) {
        BallotPaper paper = count.proposal().proposal().paper();
        if (!paper.method().binds()) {
            return "Nothing is decided by this: it only tells how people stand.";
        }
        if (paper.method() == Method.ELECTION) {
            return "It fills " + paper.seats()
                    + (paper.seats() == 1 ? " seat" : " seats")
                    + " by the single transferable vote; those who make the quota are elected.";
        }
        String blocks = paper.blocksToStop() == 0
                ? ""
                : paper.blocksToStop() == 1 ? "One block stops it." : paper.blocksToStop() + " blocks stop it.";
        boolean ahead = Certainty.isPossible(paper, count.rule())
                && count.proposal().outcome().isEmpty();
        String early = ahead
                ? "Ballots are final, so the vote closes before its time once enough have voted and no ballot still out"
                        + " could change the result."
                : "";
        return (blocks + " " + early).strip();
    }

    private static String conflict(ReadStanding.Standing standing, VotingRule rule) {
        if (!standing.gains()) {
            return "";
        }
        return rule.manners().conflictsAbstain()
                ? "This pays you or names you. By the bylaws you can only abstain."
                : "This pays you or names you. You may vote; the others see that it does.";
    }

    private List<Voting.ForMe> forMe(Caller caller, Proposal proposal) {
        Optional<UUID> reader = caller.reader();
        return reader.flatMap(person -> delegations.castFor(proposal, person)).stream()
                .map(cast -> new Voting.ForMe(people.name(cast.delegate()), forMe(proposal, cast)))
                .toList();
    }

    private String forMe(Proposal proposal, ReadDelegations.Cast cast) {
        if (cast.ballot().isEmpty()) {
            return "They have not voted yet.";
        }
        String voter = cast.voter().equals(cast.delegate()) ? "They" : people.name(cast.voter()) + ", for them,";
        return voter + " voted: " + said(proposal.paper(), cast.ballot().get()) + ".";
    }

    /** What a ballot says, in words. */
    static String said(BallotPaper paper, Ballot ballot) {
        List<Integer> marks = ballot.mark().map(Mark::marks).orElse(List.of());
        if (marks.isEmpty()) {
            return ballot.choice().map(Choice::word).orElse("withdrawn");
        }
        if (paper.method() == Method.MEETING_TIME) {
            return IntStream.range(0, marks.size())
                    .filter(place -> marks.get(place) > 0)
                    .mapToObj(place -> paper.options().get(place).text() + (marks.get(place) == 1 ? " if need be" : ""))
                    .collect(Collectors.joining("; "));
        }
        boolean ticks = paper.method() == Method.APPROVAL || paper.method() == Method.CHOOSE_ONE;
        if (paper.method().ranks()) {
            return IntStream.range(0, marks.size())
                    .filter(place -> marks.get(place) > 0)
                    .boxed()
                    .sorted(Comparator.comparing(marks::get))
                    .map(place -> paper.options().get(place).text())
                    .collect(Collectors.joining(", then "));
        }
        return IntStream.range(0, marks.size())
                .filter(place -> marks.get(place) > 0)
                .mapToObj(place -> paper.options().get(place).text() + (ticks ? "" : ": " + marks.get(place)))
                .collect(Collectors.joining(", "));
    }
}
