package coop.pools.governance.sql;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A ballot as its table has it: a block is a disagreeing one with a mark, marked options are an agreeing one with their
 * marks, and one that was taken back says {@code withdrawn}.
 */
public record BallotRow(
        UUID proposal,
        UUID person,
        int revision,
        String choice,
        boolean block,
        Optional<String> marks,
        String reason,
        boolean interest,
        String nonce,
        Instant castAt) {
    static BallotRow of(UUID proposal, Ballot ballot) {
        Optional<Choice> choice = ballot.choice();
        String marks = ballot.mark().map(Mark::marks).orElse(List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return new BallotRow(
                proposal,
                ballot.person(),
                ballot.revision(),
                choice.map(BallotRow::word).orElse("withdrawn"),
                choice.equals(Optional.of(Choice.BLOCK)),
                marks.isEmpty() ? Optional.empty() : Optional.of(marks),
                ballot.reason(),
                ballot.interest(),
                ballot.nonce(),
                ballot.castAt());
    }

    private static String word(Choice choice) {
        return choice == Choice.BLOCK ? Choice.DISAGREE.word() : choice.word();
    }
}
