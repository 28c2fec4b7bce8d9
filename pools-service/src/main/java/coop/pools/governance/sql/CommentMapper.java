package coop.pools.governance.sql;

import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Stance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a comment. */
public final class CommentMapper implements RowMapper<Comment> {
    @Override
    public Comment map(ResultSet row, StatementContext context) throws SQLException {
        return new Comment(
                row.getObject("id", UUID.class),
                row.getObject("proposal_id", UUID.class),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                row.getObject("author", UUID.class),
                row.getString("markdown"),
                Optional.ofNullable(row.getString("stance")).flatMap(Stance::ofWord),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
