package coop.pools.demo.sql;

import coop.pools.integrations.payments.sandbox.SandboxState;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What the sandbox processor knows, in the database, so that all nodes know the same. */
public interface SqlSandboxState extends SandboxState {
    @Override
    @SqlQuery("select text from sandbox_state where name = :key")
    Optional<String> read(String key);

    @Override
    default boolean add(String key, String text) {
        return insert(key, text) == 1;
    }

    @SqlUpdate("insert into sandbox_state (name, text) values (:key, :text) on conflict do nothing")
    int insert(String key, String text);

    @Override
    default boolean replace(String key, String before, String after) {
        return update(key, before, after) == 1;
    }

    @SqlUpdate("update sandbox_state set text = :after where name = :key and text = :before")
    int update(String key, String before, String after);

    @Override
    @SqlUpdate("delete from sandbox_state where name = :key")
    void remove(String key);

    @Override
    @SqlQuery("select name, text from sandbox_state where name >= :from and name < :before order by name limit :n")
    @RegisterConstructorMapper(Entry.class)
    List<Entry> first(@Bind("from") String from, @Bind("before") String before, @Bind("n") int atMost);

    @Override
    @SqlQuery("select name, text from sandbox_state where name >= :from and name < :before"
            + " order by name desc limit :n")
    @RegisterConstructorMapper(Entry.class)
    List<Entry> last(@Bind("from") String from, @Bind("before") String before, @Bind("n") int atMost);
}
