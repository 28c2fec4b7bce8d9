package coop.pools.governance.sql;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads one revision of a ballot; {@code withdrawn} is no choice. */
public final class BallotMapper implements RowMapper<Ballot> {
    @Override
    public Ballot map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    private static Ballot read(ResultSet row) throws SQLException {
        return new Ballot(
                row.getObject("person_id", UUID.class),
                row.getInt("revision"),
                mark(row),
                row.getString("reason"),
                row.getBoolean("interest"),
                row.getString("nonce"),
                row.getObject("cast_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Mark> mark(ResultSet row) throws SQLException {
        String marks = row.getString("marks");
        boolean block = row.getBoolean("block");
        List<Integer> numbers = marks == null
                ? List.of()
                : Stream.of(marks.split(",")).map(Integer::valueOf).toList();
        return Choice.ofWord(row.getString("choice")).map(choice -> new Mark(block ? Choice.BLOCK : choice, numbers));
    }

    /** A ballot and where it was cast. */
    record Placed(UUID proposal, Ballot ballot) {
        static Placed read(ResultSet row) throws SQLException {
            return new Placed(row.getObject("proposal_id", UUID.class), BallotMapper.read(row));
        }
    }

    /** How many people marked their papers so. */
    public record Same(Mark mark, long people) {}

    /** Reads papers that are marked alike; none of them was taken back. */
    public static final class OfMany implements RowMapper<Same> {
        @Override
        public Same map(ResultSet row, StatementContext context) throws SQLException {
            return new Same(mark(row).orElseThrow(), row.getLong("people"));
        }
    }
}
