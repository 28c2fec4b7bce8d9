package coop.pools.governance.web;

import coop.pools.governance.Count;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadStanding;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Counted;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.PoolsCount;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Ranking;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Receipt;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Markdown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together the page of a count. */
final class CountShowing {
    private static final String FORMER = "Former member";

    private final ProposalReaders readers;
    private final ProposalJsons jsons;
    private final ReadPeople people;
    private final VotingShowing voting;
    private final Actions actions;
    private final Markdown markdown = new Markdown();

    CountShowing(
            ProposalReaders readers, ProposalJsons jsons, ReadPeople people, VotingShowing voting, Actions actions) {
        this.readers = readers;
        this.jsons = jsons;
        this.people = people;
        this.voting = voting;
        this.actions = actions;
    }

    /** The page with one page of ballots. */
    CountPage page(Caller caller, UUID id, Optional<UUID> after, Instant now) {
        Count count = readers.counts().of(caller, id, after, 100);
        ReadStanding.Standing standing = readers.standings().of(caller, id);
        ProposalView view = count.proposal();
        Proposal proposal = view.proposal();
        BallotPaper paper = proposal.paper();
        boolean member = jsons.isMember(caller, proposal.body()) && !paper.anonymous();
        Map<UUID, String> names = member ? names(count) : Map.of();
        String url = "/proposals/" + id;
        Voting shown = voting.of(caller, count, standing, Map.of());
        return new CountPage(
                BodyLink.of(readers.bodies().read(proposal.body())),
                url,
                proposal.title(),
                actions.state(view),
                count.result().isPresent(),
                count
                        .result()
                        .filter(result -> !paper.method().hasOptions())
                        .map(result -> ProposalShowing.votes(view, result, count))
                        .stream()
                        .toList(),
                paper.method().binds() ? VoteWords.rule(count.rule(), paper.method()) : "",
                count.result().map(result -> arithmetic(paper, result, count)).orElse(List.of()),
                count.result().flatMap(Outcome::pools).map(this::pools).orElse(List.of()),
                count.result().map(result -> verdict(view, result)).orElse(""),
                count.ballots().items().stream()
                        .map(ballot -> line(proposal, ballot, member, names))
                        .toList(),
                count.ballots().next().map(last -> url + "/count?after=" + last).orElse(""),
                shown,
                paper.texts().toList(),
                rounds(paper, count.result().flatMap(Outcome::ranking)),
                roundsNote(paper),
                member ? delegations(count, names) : List.of(),
                SecondVoteWords.of(view, now),
                shown.hidden(),
                noReason(paper, jsons.isMember(caller, proposal.body())),
                view.outcome().isPresent() ? "/api/v1" + url + "/count/file" : "");
    }

    private Map<UUID, String> names(Count count) {
        List<UUID> known = new ArrayList<>();
        count.ballots().items().forEach(ballot -> known.add(ballot.person()));
        count.delegations().forEach(each -> {
            known.add(each.person());
            known.add(each.delegate());
        });
        return people.names(known.stream().distinct().toList());
    }

    private static List<String> delegations(Count count, Map<UUID, String> names) {
        List<String> lines = new ArrayList<>();
        for (Counted.Carried each : count.delegations()) {
            String person = names.getOrDefault(each.person(), FORMER);
            String delegate = names.getOrDefault(each.delegate(), FORMER);
            String counts = each.counts().isEmpty()
                    ? "nobody on that way voted"
                    : each.counts().get().equals(each.person())
                            ? "but voted in person"
                            : "and the ballot of "
                                    + names.getOrDefault(each.counts().get(), FORMER) + " counts";
            lines.add(person + " has " + delegate + " as delegate, " + counts + ".");
        }
        return lines;
    }

    private static List<String> arithmetic(BallotPaper paper, Outcome result, Count count) {
        String who = result.electorate() == 1
                ? "1 person may vote: the member when the vote opened."
                : result.electorate() + " people may vote: the members when the vote opened. Each counts one.";
        List<String> lines = new ArrayList<>(List.of(who));
        count.proposal()
                .vote()
                .filter(vote -> vote.quorumBase() < vote.electorate())
                .map(vote -> (vote.electorate() - vote.quorumBase())
                        + " of them had taken no part for long: the quorum is a share of the other "
                        + vote.quorumBase() + ".")
                .ifPresent(lines::add);
        boolean open = count.proposal().outcome().isEmpty();
        if (paper.method().binds()) {
            lines.add(VoteWords.quorum(result, open));
        }
        if (paper.method() == Method.ELECTION) {
            long valid = result.ballots().agree() + result.ballots().disagree();
            lines.add("The quota is " + (valid / (paper.seats() + 1) + 1) + ": " + valid + " votes, divided by "
                    + (paper.seats() + 1) + " without the rest, plus one.");
        } else if (paper.method().binds()) {
            lines.add(
                    paper.method().hasOptions()
                            ? VoteWords.leading(result, count.rule(), open)
                            : VoteWords.threshold(result, count.rule(), open));
        }
        if (result.blocksToStop() > 0) {
            lines.add(result.ballots().blocks() + " blocked; " + result.blocksToStop() + " would stop it.");
        }
        result.pools().map(pools -> VoteWords.pools(pools, open)).ifPresent(lines::add);
        return lines;
    }

    private List<String> pools(PoolsCount pools) {
        return pools.lines().stream()
                .map(line -> VoteWords.line(name(line.member()), line))
                .toList();
    }

    /** A member of a Flood is a Pool, or a Flood within. */
    private String name(UUID member) {
        try {
            return readers.bodies().read(BodyRef.pool(member)).name();
        } catch (Refused noPool) {
            return readers.bodies().read(BodyRef.flood(member)).name();
        }
    }

    private static String verdict(ProposalView view, Outcome result) {
        if (!view.proposal().paper().method().binds()) {
            return "Nothing is decided by it.";
        }
        String soFar = view.outcome().isPresent() ? "" : "If the vote closed now: ";
        if (result.passed()) {
            return soFar + "passed.";
        }
        if (result.quorumMet() && result.thresholdMet()) {
            return soFar + "not passed, as too few Pools agree.";
        }
        return soFar + (result.quorumMet() ? "not passed." : "not passed, as too few people voted.");
    }

    private static String noReason(BallotPaper paper, boolean member) {
        if (paper.anonymous()) {
            return "Reasons stay with the voters";
        }
        return member || paper.reasons() == Reasons.OFF ? "No reason given" : "Members can read why";
    }

    private CountPage.Line line(Proposal proposal, Ballot ballot, boolean member, Map<UUID, String> names) {
        String mark = ballot.person().toString();
        boolean anonymous = proposal.paper().anonymous();
        String outside = anonymous ? "A member" : "Member " + mark.substring(mark.length() - 8);
        return new CountPage.Line(
                member ? names.getOrDefault(ballot.person(), FORMER) : outside,
                VotingShowing.said(proposal.paper(), ballot),
                anonymous || ballot.reason().isEmpty() ? "" : markdown.html(ballot.reason()),
                !anonymous && ballot.interest(),
                Receipt.of(proposal.id(), ballot),
                anonymous ? "" : ballot.castAt().toString(),
                anonymous ? "" : InstantText.of(ballot.castAt()));
    }

    private static List<CountPage.RoundLine> rounds(BallotPaper paper, Optional<Ranking> ranking) {
        return ranking.map(Ranking::rounds).orElse(List.of()).stream()
                .map(round -> new CountPage.RoundLine(
                        round.votes().stream()
                                .map(votes -> votes < 0 ? "out" : VoteWords.votes(votes))
                                .toList(),
                        words(paper, round)))
                .toList();
    }

    private static String words(BallotPaper paper, Ranking.Round round) {
        List<Option> options = paper.options();
        String chosen = paper.method() == Method.ELECTION ? " is in" : " leads";
        Stream<String> elected =
                round.elected().stream().map(place -> options.get(place).text() + chosen);
        Stream<String> excluded =
                round.excluded().stream().map(place -> options.get(place).text() + " drops out");
        String happened = Stream.concat(elected, excluded).collect(Collectors.joining(", "));
        String has = round.exhausted() == VoteWords.VOTE ? " has" : " have";
        String rest = round.exhausted() == 0 ? "" : VoteWords.ofVotes(round.exhausted()) + has + " no further choice";
        return Stream.of(happened, rest).filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String roundsNote(BallotPaper paper) {
        return paper.method() == Method.ELECTION
                ? "By the rules of Scotland's council elections (2007, rules 45 to 52): a surplus moves on all ballots of"
                        + " the elected, at a lower value; what they leave to a lot is drawn from all receipts."
                : "In each round a ballot counts for its highest choice that is still in. A tie for last that could"
                        + " change who wins elects nobody.";
    }
}
