package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All that decides the outcome of one vote, and how it is counted: pure, so that anybody who holds the sheet counts the
 * same.
 *
 * @param ballots one of each person who voted, in any order
 * @param delegations one at most of each person; both people are of the electorate
 */
public record CountSheet(
        UUID proposal,
        BallotPaper paper,
        VotingRule rule,
        Electorate electorate,
        List<Cast> ballots,
        List<Edge> delegations) {
    /** @param person empty in an anonymous vote */
    public record Cast(Optional<UUID> person, Mark mark, String receipt) {}

    /** Who votes for whom. */
    public record Edge(UUID person, UUID delegate) {}

    public Counted count() {
        List<Mark> marks = new ArrayList<>();
        ballots.forEach(ballot -> marks.add(ballot.mark()));
        List<Counted.Carried> carried = delegations.isEmpty() ? List.of() : carry(marks);
        List<Integer> lots = paper.method() == Method.ELECTION
                ? Lots.order(
                        ballots.stream().map(Cast::receipt).toList(),
                        paper.options().size())
                : List.of();
        return new Counted(Tally.of(electorate, marks, paper, rule, lots), carried);
    }

    /** Adds a mark for everybody for whom a delegate votes. */
    private List<Counted.Carried> carry(List<Mark> marks) {
        List<UUID> people = people();
        Map<UUID, Integer> numbers = new HashMap<>(people.size() * 2);
        people.forEach(person -> numbers.put(person, numbers.size()));
        int[] delegate = new int[people.size()];
        Arrays.fill(delegate, Delegates.NONE);
        delegations.forEach(edge -> delegate[numbers.get(edge.person())] = numbers.get(edge.delegate()));
        boolean[] voted = new boolean[people.size()];
        Mark[] markOf = new Mark[people.size()];
        for (Cast ballot : ballots) {
            int number = numbers.get(ballot.person().orElseThrow());
            voted[number] = true;
            markOf[number] = ballot.mark();
        }
        int[] counts = Delegates.ballots(delegate, voted);
        List<Counted.Carried> carried = new ArrayList<>();
        for (int number = 0; number < counts.length; number++) {
            if (delegate[number] == Delegates.NONE) {
                continue;
            }
            boolean nobody = counts[number] == Delegates.NONE;
            carried.add(new Counted.Carried(
                    people.get(number),
                    people.get(delegate[number]),
                    nobody ? Optional.empty() : Optional.of(people.get(counts[number]))));
            if (!nobody && counts[number] != number) {
                marks.add(markOf[counts[number]]);
            }
        }
        return carried;
    }

    /** Everybody who voted, delegates or is a delegate, in the order of ids. */
    private List<UUID> people() {
        TreeSet<UUID> people = new TreeSet<>();
        ballots.forEach(ballot -> people.add(ballot.person().orElseThrow()));
        delegations.forEach(edge -> {
            people.add(edge.person());
            people.add(edge.delegate());
        });
        return List.copyOf(people);
    }

    /** What is wrong with the sheet itself; empty when it can be counted. */
    public Optional<String> fault() {
        List<UUID> voters =
                ballots.stream().flatMap(ballot -> ballot.person().stream()).toList();
        if (paper.fault().isPresent()) {
            return Optional.of("the ballot paper is not sound: " + paper.fault().get());
        }
        if (voters.stream().distinct().count() != voters.size()) {
            return Optional.of("somebody has two ballots");
        }
        if (voters.size() != ballots.size() && !paper.anonymous()) {
            return Optional.of("a ballot is nobody's");
        }
        if (ballots.stream().map(Cast::receipt).distinct().count() != ballots.size()) {
            return Optional.of("two ballots have one receipt");
        }
        if (delegations.stream().map(Edge::person).distinct().count() != delegations.size()) {
            return Optional.of("somebody has two delegates");
        }
        if (ballots.stream().anyMatch(ballot -> !paper.accepts(ballot.mark()))) {
            return Optional.of("a ballot does not fit the paper");
        }
        return ballots.size() > electorate.people() ? Optional.of("more ballots than people") : Optional.empty();
    }
}
