package coop.pools.governance.sql;

import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.BasisPoints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a proposal with all that has happened to it. */
public final class ProposalMapper implements RowMapper<Proposal> {
    @Override
    public Proposal map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    static Proposal read(ResultSet row) throws SQLException {
        BodyRef.Kind kind = BodyRef.Kind.valueOf(row.getString("body_kind").toUpperCase(Locale.ROOT));
        return new Proposal(
                row.getObject("id", UUID.class),
                new BodyRef(kind, row.getObject("body_id", UUID.class)),
                row.getObject("author", UUID.class),
                row.getString("title"),
                row.getString("markdown"),
                ActionJson.read(row.getString("action_type"), row.getString("action_json")),
                PaperJson.read(row.getString("method"), row.getString("paper")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "opens_at").orElseThrow(),
                progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                new Preparation(
                        row.getBoolean("draft"),
                        row.getInt("version"),
                        instant(row, "changed_at"),
                        row.getInt("sponsors_needed"),
                        row.getInt("sponsors")),
                vote(row),
                instant(row, "closed_at"),
                outcome(row),
                instant(row, "enacted_at"),
                blocked(row),
                instant(row, "withdrawn_at"));
    }

    private static Optional<Vote> vote(ResultSet row) throws SQLException {
        Optional<Instant> openedAt = instant(row, "opened_at");
        if (openedAt.isEmpty()) {
            return Optional.empty();
        }
        VotingRule rule = new VotingRule(
                new BasisPoints(row.getInt("threshold_bp")),
                VotingRule.Base.valueOf(row.getString("threshold_base")),
                new BasisPoints(row.getInt("quorum_bp")),
                row.getInt("quorum_people"),
                row.getInt("discuss_hours"),
                row.getInt("vote_hours"),
                row.getInt("cooling_hours"),
                new VotingRule.Manners(
                        row.getBoolean("change_ballots"),
                        row.getBoolean("delegates"),
                        row.getBoolean("conflicts_abstain")),
                Optional.ofNullable(row.getObject("pools_bp", Integer.class)).map(BasisPoints::new));
        Instant closesAt = instant(row, "closes_at").orElseThrow();
        long electorate = row.getLong("electorate");
        long quorumBase =
                Optional.ofNullable(row.getObject("quorum_base", Long.class)).orElse(electorate);
        return Optional.of(new Vote(openedAt.get(), rule, electorate, quorumBase, closesAt));
    }

    private static Optional<Outcome> outcome(ResultSet row) throws SQLException {
        if (instant(row, "closed_at").isEmpty()) {
            return Optional.empty();
        }
        BallotCount count = new BallotCount(
                row.getLong("agree"), row.getLong("disagree"), row.getLong("abstain"), row.getLong("blocks"));
        BallotPaper paper = PaperJson.read(row.getString("method"), row.getString("paper"));
        return Optional.of(new Outcome(
                row.getLong("electorate"),
                count,
                row.getLong("needed_for_quorum"),
                row.getLong("needed_to_pass"),
                paper.blocksToStop(),
                Optional.ofNullable(row.getString("ranking")).map(PaperJson::readRanking),
                Optional.ofNullable(row.getString("pools_count")).map(PoolsCountJson::read)));
    }

    private static Optional<Blocked> blocked(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row, "blocked_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Blocked(
                row.getString("blocked_code"), ActionJson.readMap(row.getString("blocked_facts")), at.get()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
