package coop.pools.governance.sql;

import coop.pools.governance.domain.Wordings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a wording that was replaced. */
public final class WordingMapper implements RowMapper<Wordings.Earlier> {
    @Override
    public Wordings.Earlier map(ResultSet row, StatementContext context) throws SQLException {
        return new Wordings.Earlier(
                row.getInt("version"),
                row.getString("title"),
                row.getString("markdown"),
                ActionJson.read(row.getString("action_type"), row.getString("action_json")),
                PaperJson.read(row.getString("method"), row.getString("paper")),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
