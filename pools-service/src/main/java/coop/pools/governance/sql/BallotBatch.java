package coop.pools.governance.sql;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.ManyRows;
import coop.pools.platform.db.ManyRows.Columns;
import coop.pools.platform.db.RowsToWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The ballots of a batch, and by how much they change the counters, which are held in the order of proposals. */
final class BallotBatch implements BatchPart {
    private static final ManyRows<BallotRow> INSERT = new Columns<BallotRow>()
            .id("proposal_id", BallotRow::proposal)
            .id("person_id", BallotRow::person)
            .number("revision", BallotRow::revision)
            .text("choice", BallotRow::choice)
            .flag("block", BallotRow::block)
            .optionalText("marks", BallotRow::marks)
            .text("reason", BallotRow::reason)
            .flag("interest", BallotRow::interest)
            .text("nonce", BallotRow::nonce)
            .time("cast_at", BallotRow::castAt)
            .insertedInto("ballot");
    private static final ManyRows<Map.Entry<UUID, CounterStep>> COUNT = new Columns<Map.Entry<UUID, CounterStep>>()
            .id("proposal_id", Map.Entry::getKey)
            .amount("agree", row -> row.getValue().agree())
            .amount("disagree", row -> row.getValue().disagree())
            .amount("abstain", row -> row.getValue().abstain())
            .amount("blocks", row -> row.getValue().blocks())
            .amount("casts", row -> row.getValue().casts())
            .mergedInto("ballot_counter c", """
                    on c.proposal_id = v.proposal_id
                    when matched then update set agree = c.agree + v.agree, disagree = c.disagree + v.disagree,
                        abstain = c.abstain + v.abstain, blocks = c.blocks + v.blocks,
                        casts = c.casts + v.casts
                    """);

    private final List<BallotRow> ballots = new ArrayList<>();
    private final Map<UUID, CounterStep> steps = new TreeMap<>();

    void append(UUID proposal, Ballot ballot, Optional<Choice> before) {
        ballots.add(BallotRow.of(proposal, ballot));
        steps.merge(proposal, CounterStep.of(ballot.choice(), before), CounterStep::plus);
    }

    @Override
    public List<RowsToWrite<?>> handOver() {
        if (ballots.isEmpty()) {
            return List.of();
        }
        List<RowsToWrite<?>> gathered = List.of(
                new RowsToWrite<>(INSERT, List.copyOf(ballots)),
                new RowsToWrite<>(COUNT, List.copyOf(steps.entrySet())));
        ballots.clear();
        steps.clear();
        return gathered;
    }
}
