package coop.pools.notify.sql;

import coop.pools.notify.FeedStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Calendar feeds, the same SQL on both databases. */
public interface SqlFeedStore extends FeedStore {
    @Override
    @SqlUpdate("""
            insert into calendar_feed (person_id, token_hash, made_at) values (:person, :tokenHash, :now)
            on conflict do nothing
            """)
    int insert(UUID person, byte[] tokenHash, Instant now);

    @Override
    @SqlUpdate("delete from calendar_feed where person_id = :person")
    int delete(UUID person);

    @Override
    @SqlQuery("select person_id from calendar_feed where token_hash = :tokenHash")
    Optional<UUID> person(byte[] tokenHash);

    @Override
    @SqlQuery("select made_at from calendar_feed where person_id = :person")
    Optional<Instant> madeAt(UUID person);
}
