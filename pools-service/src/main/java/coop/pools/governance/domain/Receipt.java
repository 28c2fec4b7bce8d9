package coop.pools.governance.domain;

import coop.pools.kernel.IdSource;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a voter keeps to find their ballot in the closed list: SHA-256, in hex, over the proposal, a nonce that only they
 * and the records know, and what the ballot says.
 */
public final class Receipt {
    private Receipt() {}

    public static String of(UUID proposal, Ballot ballot) {
        String choice = ballot.choice().map(Choice::word).orElse("withdrawn");
        List<Integer> marks = ballot.mark().map(Mark::marks).orElse(List.of());
        String said = String.join(
                "\n",
                "pools-ballot-1",
                proposal.toString(),
                ballot.nonce(),
                String.valueOf(ballot.revision()),
                choice,
                marks.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return HexFormat.of().formatHex(IdSource.sha256(said.getBytes(StandardCharsets.UTF_8)));
    }
}
