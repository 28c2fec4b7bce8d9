package coop.pools.platform.db;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** A row of each person or body that writes under a limit of its own; whoever holds it is the only one, on all nodes. */
interface SqlTurns {
    @SqlQuery("select person from person_turn where person = :person for update")
    Optional<UUID> hold(UUID person);

    @SqlUpdate("insert into person_turn (person) values (:person) on conflict do nothing")
    int insert(UUID person);

    /** Waits for its turn, and holds it until the transaction ends. */
    default void take(UUID person) {
        if (hold(person).isEmpty()) {
            insert(person);
            hold(person);
        }
    }
}
