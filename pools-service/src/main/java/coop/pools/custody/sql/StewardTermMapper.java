package coop.pools.custody.sql;

import coop.pools.custody.domain.StewardTerm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a steward's term. */
public final class StewardTermMapper implements RowMapper<StewardTerm> {
    @Override
    public StewardTerm map(ResultSet row, StatementContext context) throws SQLException {
        return new StewardTerm(
                row.getObject("body_id", UUID.class),
                row.getObject("person_id", UUID.class),
                CustodyMapper.instant(row, "since").orElseThrow(),
                Optional.ofNullable(row.getObject("named_by", UUID.class)),
                Optional.ofNullable(row.getObject("ended_by", UUID.class)),
                CustodyMapper.instant(row, "ended_at"),
                CustodyMapper.instant(row, "until"));
    }
}
