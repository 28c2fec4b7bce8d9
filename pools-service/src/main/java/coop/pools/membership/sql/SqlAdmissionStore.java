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
            on conflict do nothing
            """)
    boolean insert(UUID proposal, UUID pool, UUID person, Instant at);

    /** Its author can take back the proposal itself too, before the vote. */
    @Override
    @SqlQuery("""
            select r.proposal_id, r.asked_at, r.withdrawn_at is not null as withdrawn, r.withdrawn_at is null
                and not exists (select 1 from proposal p where p.id = r.proposal_id and p.withdrawn_at is not null)
                and not exists (select 1 from membership m
                    where m.pool_id = r.pool_id and m.person_id = r.person_id and m.joined_at >= r.asked_at) as stands
            from admission_request r
            where r.pool_id = :pool and r.person_id = :person order by r.asked_at desc limit 1
            """)
    Optional<Asked> latest(UUID pool, UUID person);

    @Override
    @SqlUpdate("update admission_request set withdrawn_at = :at where proposal_id = :proposal and withdrawn_at is null")
    void withdraw(UUID proposal, Instant at);

    @Override
    @SqlUpdate("update admission_request set withdrawn_at = null, asked_at = :at where proposal_id = :proposal")
    void renew(UUID proposal, Instant at);
}
