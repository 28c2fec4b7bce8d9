package coop.pools.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A function of the database that makes ids of kinds and numbers, {@code id_of('p', 7)}. As the product's they grow with
 * time, here with the number, and end in chance.
 */
public final class MadeIds {
    private static final String ON_POSTGRESQL = """
            create function id_of(kind text, number bigint) returns uuid language sql immutable parallel safe as
            $$ select ('019a' || lpad(to_hex(number), 8, '0') || '7' || substr(md5(kind || number), 1, 3) || '8'
                || substr(md5(kind || number), 4, 15))::uuid $$
            """;

    private MadeIds() {}

    static void in(BenchDatabase database) throws SQLException {
        database.execute(
                database.isH2()
                        ? "create alias if not exists id_of deterministic for '" + MadeIds.class.getName() + ".of'"
                        : ON_POSTGRESQL);
    }

    /** The same for H2. */
    public static UUID of(String kind, long number) {
        UUID chance = UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8));
        return new UUID(
                0x019aL << 48 | number << 16 | 0x7000 | chance.getMostSignificantBits() >>> 52,
                0x8L << 60 | chance.getLeastSignificantBits() >>> 4);
    }
}
