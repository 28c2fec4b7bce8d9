package coop.pools.custody.sql;

import coop.pools.custody.StewardStore;
import coop.pools.custody.domain.StewardTerm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Stewards, the same SQL on both databases. */
public interface SqlStewardStore extends StewardStore {
    @Override
    default void insert(StewardTerm term) {
        insertRow(
                term.body(), term.person(), term.since(), term.namedBy(), term.endedBy(), term.endedAt(), term.until());
    }

    @SqlUpdate("""
            insert into body_steward (body_id, person_id, since, named_by, ended_by, ended_at, until)
            values (:body, :person, :since, cast(:namedBy as uuid), cast(:endedBy as uuid),
                    cast(:endedAt as timestamp with time zone), cast(:until as timestamp with time zone))
            """)
    void insertRow(
            UUID body,
            UUID person,
            Instant since,
            Optional<UUID> namedBy,
            Optional<UUID> endedBy,
            Optional<Instant> endedAt,
            Optional<Instant> until);

    @Override
    @SqlUpdate("""
            update body_steward set ended_by = :proposal, ended_at = :at
            where body_id = :body and person_id = :person and ended_at is null
            """)
    int end(UUID body, UUID person, UUID proposal, Instant at);

    @Override
    @SqlQuery("""
            select body_id, person_id, since, named_by, ended_by, ended_at, until from body_steward
            where body_id = any(cast(:bodies as uuid array)) order by since, person_id
            """)
    @RegisterRowMapper(StewardTermMapper.class)
    List<StewardTerm> terms(UUID[] bodies);
}
