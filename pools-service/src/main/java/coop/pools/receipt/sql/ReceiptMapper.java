package coop.pools.receipt.sql;

import coop.pools.governance.domain.BodyRef;
import coop.pools.receipt.domain.Receipt;
import coop.pools.receipt.domain.ReceiptType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a receipt's row. */
public final class ReceiptMapper implements RowMapper<Receipt> {
    @Override
    public Receipt map(ResultSet row, StatementContext context) throws SQLException {
        String kind = row.getString("body_kind").toUpperCase(Locale.ROOT);
        return new Receipt(
                row.getObject("id", UUID.class),
                new BodyRef(BodyRef.Kind.valueOf(kind), row.getObject("body_id", UUID.class)),
                row.getObject("about_id", UUID.class),
                row.getInt("no"),
                ReceiptType.ofMediaType(row.getString("media_type")).orElseThrow(),
                row.getInt("size_bytes"),
                Receipt.hex(row.getBytes("sha256")),
                row.getObject("kept_by", UUID.class),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                Receipt.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("erased_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
