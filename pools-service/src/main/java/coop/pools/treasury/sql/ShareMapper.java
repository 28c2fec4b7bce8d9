package coop.pools.treasury.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Share;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a share's row. */
public final class ShareMapper implements RowMapper<Share> {
    @Override
    public Share map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    static Share read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Share(
                row.getInt("no"),
                row.getObject("pool_id", UUID.class),
                Optional.ofNullable(row.getString("bucket")),
                Money.of(row.getLong("amount"), currency),
                row.getBoolean("at_once"),
                row.getBoolean("released"),
                Money.of(row.getLong("in_bucket"), currency),
                Money.of(row.getLong("in_free"), currency),
                Share.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)));
    }
}
