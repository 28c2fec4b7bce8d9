package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that decides the outcome of one vote, and how it is counted: pure, so that anybody who holds the sheet counts the
 * same.
 *
 * @param ballots one of each person who voted, in any order
 * @param delegations one at most of each person; both people are of the electorate
 * @param members the Pools that must agree too, in the order of ids; empty where people alone decide
 */
public record CountSheet(
        UUID proposal,
        BallotPaper paper,
        VotingRule rule,
        Electorate electorate,
        List<Cast> ballots,
        List<Edge> delegations,
        List<UUID> members) {
    /** Of people alone. */
    public CountSheet(
            UUID proposal,
            BallotPaper paper,
            VotingRule rule,
            Electorate electorate,
            List<Cast> ballots,
            List<Edge> delegations) {
        this(proposal, paper, rule, electorate, ballots, delegations, List.of());
    }

    /**
     * @param person empty in an anonymous vote
     * @param places which of {@code members} the person belongs to, from 0 on; each once
     */
    public record Cast(Optional<UUID> person, Mark mark, String receipt, List<Integer> places) {
        /** Where people alone decide. */
        public Cast(Optional<UUID> person, Mark mark, String receipt) {
            this(person, mark, receipt, List.of());
        }
    }

    /** Who votes for whom. @param places those of the person, as in {@link Cast} */
    public record Edge(UUID person, UUID delegate, List<Integer> places) {
        /** Where people alone decide. */
        public Edge(UUID person, UUID delegate) {
            this(person, delegate, List.of());
        }
    }

    public Counted count() {
        List<Mark> marks = new ArrayList<>();
        List<List<Integer>> places = new ArrayList<>();
        ballots.forEach(ballot -> {
            marks.add(ballot.mark());
            places.add(ballot.places());
        });
        List<Counted.Carried> carried = delegations.isEmpty() ? List.of() : carry(marks, places);
        List<Integer> lots = paper.method() == Method.ELECTION
                ? Lots.order(
                        ballots.stream().map(Cast::receipt).toList(),
                        paper.options().size())
                : List.of();
        Outcome people = Tally.of(electorate, marks, paper, rule, lots);
        return new Counted(asksPools() ? people.with(pools(people, marks, places)) : people, carried);
    }

    /** An election names people and is one of people alone; what does not bind asks nobody. */
    private boolean asksPools() {
        return asksPools(paper, rule);
    }

    /** Whether the Pools must agree too in such a vote. */
    public static boolean asksPools(BallotPaper paper, VotingRule rule) {
        return rule.pools().isPresent() && paper.method().binds() && paper.method() != Method.ELECTION;
    }

    private PoolsCount pools(Outcome people, List<Mark> marks, List<List<Integer>> places) {
        long[] agree = new long[members.size()];
        long[] disagree = new long[members.size()];
        for (int number = 0; number < marks.size(); number++) {
            Optional<Boolean> says = Leaning.of(marks.get(number), paper, people);
            for (int place : places.get(number)) {
                agree[place] += says.equals(Optional.of(true)) ? 1 : 0;
                disagree[place] += says.equals(Optional.of(false)) ? 1 : 0;
            }
        }
        List<PoolsCount.Line> lines = new ArrayList<>();
        for (int place = 0; place < members.size(); place++) {
            lines.add(new PoolsCount.Line(members.get(place), agree[place], disagree[place]));
        }
        return PoolsCount.of(lines, rule.pools().orElseThrow());
    }

    /** Adds a mark for everybody for whom a delegate votes. */
    private List<Counted.Carried> carry(List<Mark> marks, List<List<Integer>> places) {
        List<UUID> people = people();
        Map<UUID, Integer> numbers = new HashMap<>(people.size() * 2);
        people.forEach(person -> numbers.put(person, numbers.size()));
        int[] delegate = new int[people.size()];
        Arrays.fill(delegate, Delegates.NONE);
        List<List<Integer>> placesOf = new ArrayList<>(Collections.nCopies(people.size(), List.of()));
        delegations.forEach(edge -> {
            delegate[numbers.get(edge.person())] = numbers.get(edge.delegate());
            placesOf.set(numbers.get(edge.person()), edge.places());
        });
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
                places.add(placesOf.get(number));
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
        boolean strange = Stream.concat(
                        ballots.stream().map(Cast::places), delegations.stream().map(Edge::places))
                .anyMatch(places -> places.stream().distinct().count() != places.size()
                        || places.stream().anyMatch(place -> place < 0 || place >= members.size()));
        if (strange || members.stream().distinct().count() != members.size()) {
            return Optional.of("somebody is in a Pool that is not there, or twice in one");
        }
        return ballots.size() > electorate.people() ? Optional.of("more ballots than people") : Optional.empty();
    }
}
