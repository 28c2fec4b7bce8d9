package coop.pools.membership.sql;

import coop.pools.membership.AdmissionStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Requests to be let in, the same SQL on both databases. */
@RegisterConstructorMapper(AdmissionStore.Asked.class)
public interface SqlAdmissionStore extends AdmissionStore {
    @Override
    @SqlUpdate("""
            insert into admission_request (proposal_id, pool_id, person_id, asked_at)
            values (:proposal, :pool, :person, :at)
            """)
    void insert(UUID proposal, UUID pool, UUID person, Instant at);

    @Override
    @SqlQuery("""
            select proposal_id, asked_at from admission_request
            where pool_id = :pool and person_id = :person order by asked_at desc limit 1
            """)
    Optional<Asked> latest(UUID pool, UUID person);
}
