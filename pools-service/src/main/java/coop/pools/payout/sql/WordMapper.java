package coop.pools.payout.sql;

import coop.pools.payout.domain.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what was said about a payout. */
public final class WordMapper implements RowMapper<Word> {
    @Override
    public Word map(ResultSet row, StatementContext context) throws SQLException {
        String kind = row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Word(
                row.getInt("no"),
                row.getObject("person_id", UUID.class),
                Word.Kind.valueOf(kind),
                row.getString("text"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }
}
