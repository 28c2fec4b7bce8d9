package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts one vote from its ballots and delegations: pure, so that a command without a database counts the same.
 *
 * @param people the electorate in the order of ids; may be empty where nobody delegates
 */
public record Counting(UUID proposal, BallotPaper paper, VotingRule rule, Electorate electorate, List<UUID> people) {
    /**
     * The count.
     *
     * @param ballots one of each person who voted, in any order
     * @param delegates each person with their delegate; people outside of the electorate are passed over
     */
    public Counted count(List<Ballot> ballots, Map<UUID, UUID> delegates) {
        List<Ballot> sorted =
                ballots.stream().sorted(Comparator.comparing(Ballot::person)).toList();
        List<String> receipts =
                sorted.stream().map(ballot -> Receipt.of(proposal, ballot)).toList();
        List<Integer> lots = paper.method() == Method.ELECTION
                ? Lots.order(receipts, paper.options().size())
                : List.of();
        List<Mark> marks = new ArrayList<>();
        sorted.forEach(ballot -> marks.add(ballot.mark().orElseThrow()));
        List<Counted.Carried> carried = delegates.isEmpty() ? List.of() : carry(sorted, delegates, marks);
        return new Counted(Tally.of(electorate, marks, paper, rule, lots), sorted, carried);
    }

    /** Adds a mark for everybody for whom a delegate votes. */
    private List<Counted.Carried> carry(List<Ballot> ballots, Map<UUID, UUID> delegates, List<Mark> marks) {
        Map<UUID, Integer> numbers = new HashMap<>(people.size() * 2);
        people.forEach(person -> numbers.put(person, numbers.size()));
        int[] delegate = new int[people.size()];
        Arrays.fill(delegate, Delegates.NONE);
        delegates.forEach((person, to) -> {
            if (numbers.containsKey(person)) {
                delegate[numbers.get(person)] = numbers.getOrDefault(to, Delegates.NONE);
            }
        });
        boolean[] voted = new boolean[people.size()];
        Map<Integer, Mark> markOf = new HashMap<>();
        for (Ballot ballot : ballots) {
            int number = numbers.get(ballot.person());
            voted[number] = true;
            markOf.put(number, ballot.mark().orElseThrow());
        }
        int[] counts = Delegates.ballots(delegate, voted);
        List<Counted.Carried> carried = new ArrayList<>();
        for (int number = 0; number < counts.length; number++) {
            if (delegate[number] == Delegates.NONE) {
                continue;
            }
            Optional<UUID> by =
                    counts[number] == Delegates.NONE ? Optional.empty() : Optional.of(people.get(counts[number]));
            carried.add(new Counted.Carried(people.get(number), people.get(delegate[number]), by));
            if (by.isPresent() && counts[number] != number) {
                marks.add(markOf.get(counts[number]));
            }
        }
        return carried;
    }
}
