package coop.pools.governance.sql;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.BatchSql;
import coop.pools.platform.db.BatchSql.Values;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The ballots of a batch, and by how much they change the counters, which are held in the order of proposals. */
final class BallotBatch implements BatchPart {
    private static final Values INSERT = Values.inserted(SqlBallotStore.INSERT, 10, "");
    private static final Values COUNT = new Values(
            "merge into ballot_counter c using (",
            List.of(
                    "cast(? as uuid)",
                    "cast(? as bigint)",
                    "cast(? as bigint)",
                    "cast(? as bigint)",
                    "cast(? as bigint)",
                    "cast(? as bigint)"),
            """
            ) v (proposal_id, agree, disagree, abstain, blocks, casts) on c.proposal_id = v.proposal_id
            when matched then update set agree = c.agree + v.agree, disagree = c.disagree + v.disagree,
                abstain = c.abstain + v.abstain, blocks = c.blocks + v.blocks,
                casts = c.casts + v.casts
            """);

    private final Connection connection;
    private final List<BallotRow> ballots = new ArrayList<>();
    private final Map<UUID, CounterStep> steps = new TreeMap<>();

    BallotBatch(Connection connection) {
        this.connection = connection;
    }

    void append(UUID proposal, Ballot ballot, Optional<Choice> before) {
        ballots.add(BallotRow.of(proposal, ballot));
        steps.merge(proposal, CounterStep.of(ballot.choice(), before), CounterStep::plus);
    }

    @Override
    public void write() throws SQLException {
        if (ballots.isEmpty()) {
            return;
        }
        BatchSql.write(connection, INSERT, ballots, BallotBatch::bind);
        BatchSql.write(connection, COUNT, List.copyOf(steps.entrySet()), BallotBatch::bind);
        ballots.clear();
        steps.clear();
    }

    private static void bind(PreparedStatement insert, int first, BallotRow row) throws SQLException {
        insert.setObject(first, row.proposal());
        insert.setObject(first + 1, row.person());
        insert.setInt(first + 2, row.revision());
        insert.setString(first + 3, row.choice());
        insert.setBoolean(first + 4, row.block());
        insert.setString(first + 5, row.marks().orElse(null));
        insert.setString(first + 6, row.reason());
        insert.setBoolean(first + 7, row.interest());
        insert.setString(first + 8, row.nonce());
        insert.setObject(first + 9, BatchSql.time(row.castAt()));
    }

    private static void bind(PreparedStatement merge, int first, Map.Entry<UUID, CounterStep> row) throws SQLException {
        merge.setObject(first, row.getKey());
        merge.setLong(first + 1, row.getValue().agree());
        merge.setLong(first + 2, row.getValue().disagree());
        merge.setLong(first + 3, row.getValue().abstain());
        merge.setLong(first + 4, row.getValue().blocks());
        merge.setLong(first + 5, row.getValue().casts());
    }
}
