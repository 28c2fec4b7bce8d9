package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/** Plain JDBC for batches, where binding by name would cost more than the statement. */
public final class BatchSql {
    private BatchSql() {}

    /**
     * A statement that ends with a list of keys. The list is filled up to a power of two with the last one, so that there
     * are only a few different statements, which the driver keeps prepared.
     *
     * @param keys at least one
     */
    public static PreparedStatement withKeys(
            Connection connection, String before, String after, Collection<? extends Object> keys) throws SQLException {
        int places = Math.max(1, Integer.highestOneBit(2 * keys.size() - 1));
        String list = String.join(",", Collections.nCopies(places, "?"));
        PreparedStatement statement = connection.prepareStatement(before + "(" + list + ")" + after);
        Iterator<?> each = keys.iterator();
        Object key = each.next();
        for (int place = 1; place <= places; place++) {
            statement.setObject(place, key);
            key = each.hasNext() ? each.next() : key;
        }
        return statement;
    }

    public static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Nothing, as JDBC has it, when it is empty. */
    public static OffsetDateTime time(Optional<Instant> at) {
        return at.map(BatchSql::time).orElse(null);
    }
}
