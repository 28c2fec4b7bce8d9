package coop.pools.platform.db;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.sqlobject.SqlObjectFactory;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** JDBI with what every store expects of it. */
public final class PoolsJdbi {
    /** Parsing is costly and its result the same for every database: one memory of it is enough. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private PoolsJdbi() {}

    public static Jdbi configure(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        jdbi.installPlugin(new SqlObjectPlugin());
        Extensions extensions = jdbi.getConfig(Extensions.class);
        extensions.register(new LazySqlObjects(
                extensions.findFactory(SqlObjectFactory.class).orElseThrow()));
        return jdbi;
    }
}
