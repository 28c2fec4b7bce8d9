package coop.pools.commons.sql;

import coop.pools.commons.domain.ShareTerms;
import coop.pools.commons.domain.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code commons_share}. */
public final class StretchMapper implements RowMapper<Stretch> {
    @Override
    public Stretch map(ResultSet row, StatementContext context) throws SQLException {
        return new Stretch(
                row.getInt("no"),
                context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "since", context),
                new ShareTerms(row.getInt("basis_points"), row.getInt("rise"), row.getInt("most")),
                Optional.ofNullable(row.getObject("proposal_id", UUID.class)));
    }
}
