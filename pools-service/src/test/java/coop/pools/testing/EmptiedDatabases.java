package coop.pools.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL databases that a test is done with, emptied for the next one: to copy a migrated one takes ten times the
 * processor's time. One whose schema or settings a test has touched, that has grown, or that somebody is still
 * connected to is not used again.
 */
final class EmptiedDatabases {
    /** Everything that describes tables, and how often it was changed: a changed row has another xmin. */
    private static final String SCHEMA = """
            select (select count(*) || ' ' || sum(xmin::text::bigint) from pg_class)
                || (select count(*) || ' ' || sum(xmin::text::bigint) from pg_attribute)
                || (select count(*) || ' ' || sum(xmin::text::bigint) from pg_constraint)
                || (select count(*) || ' ' || sum(xmin::text::bigint) from pg_trigger)
                || (select count(*) || ' ' || sum(xmin::text::bigint) from pg_proc)
                || (select count(*) from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
                     where d.datname = current_database())
            """;

    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    private static final String TABLES =
            "select oid::regclass as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace";

    private static final String BIGGEST = "select max(pg_relation_size(name)) from (" + TABLES + ") as tables";

    private static final long GROWN = 1 << 20;

    private final Deque<String> urls = new ArrayDeque<>();
    private final String user;
    private final String password;
    private final String schema;
    private final String emptying;

    /** Of databases that are copies of this one. */
    EmptiedDatabases(String template, String user, String password) {
        this.user = user;
        this.password = password;
        try (Connection connection = DriverManager.getConnection(template, user, password);
                Statement statement = connection.createStatement()) {
            schema = text(statement, SCHEMA);
            emptying = emptying(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(template, e);
        }
    }

    /** Deletes whatever there is, past triggers and foreign keys, and writes again what the migrations had written. */
    private static String emptying(Statement statement) throws SQLException {
        StringBuilder sql = new StringBuilder("do $emptying$ declare it record; begin"
                + " set local session_replication_role = replica;"
                + " for it in select name from (" + TABLES + ") as tables where pg_relation_size(name) > 0"
                + " loop execute 'delete from ' || it.name; end loop;\n");
        for (String name : text(statement, "select string_agg(name::text, ',') from (" + TABLES + ") as tables")
                .split(",")) {
            String written = text(statement, "select quote_literal(json_agg(t)) from " + name + " t");
            if (written != null) {
                sql.append("insert into %1$s select * from json_populate_recordset(null::%1$s, %2$s);%n"
                        .formatted(name, written));
            }
        }
        return sql.append("end $emptying$").toString();
    }

    synchronized void giveBack(String url) {
        urls.push(url);
    }

    /** An empty one, if there is one. */
    synchronized Optional<String> take() {
        while (!urls.isEmpty()) {
            String url = urls.pop();
            if (emptied(url)) {
                return Optional.of(url);
            }
        }
        return Optional.empty();
    }

    private boolean emptied(String url) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (int tries = 0; !text(statement, OTHERS).equals("0"); tries++) {
                if (tries == 60) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            if (!text(statement, SCHEMA).equals(schema) || Long.parseLong(text(statement, BIGGEST)) > GROWN) {
                return false;
            }
            statement.execute(emptying);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
