package coop.pools.governance.sql;

import coop.pools.governance.DisputeStore;
import coop.pools.governance.domain.Dispute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Disputes and ombuds, the same SQL on both databases. */
@RegisterRowMapper(DisputeMapper.class)
@RegisterConstructorMapper(Dispute.Concern.class)
@RegisterConstructorMapper(Dispute.OmbudTerm.class)
public interface SqlDisputeStore extends DisputeStore {
    @Override
    @SqlUpdate("""
            insert into dispute (proposal_id, opened_at, paused_until, cause)
            values (:proposal, :openedAt, :pausedUntil, :cause)
            """)
    void open(@BindMethods Dispute dispute);

    @Override
    @SqlQuery("select * from dispute where proposal_id = :proposal")
    Optional<Dispute> find(UUID proposal);

    @Override
    default int answer(Dispute dispute) {
        return answerRow(
                dispute.proposal(),
                dispute.answer().orElseThrow().word(),
                dispute.answeredBy(),
                dispute.answeredAt().orElseThrow(),
                dispute.cause(),
                dispute.next());
    }

    @SqlUpdate("""
            update dispute set answer = :answer, answered_by = cast(:by as uuid), answered_at = :at, cause = :cause,
                next_proposal = cast(:next as uuid)
            where proposal_id = :proposal and answer is null
            """)
    int answerRow(UUID proposal, String answer, Optional<UUID> by, Instant at, String cause, Optional<UUID> next);

    @Override
    @SqlUpdate("""
            insert into concern (proposal_id, raised_by, reason, raised_at)
            values (:proposal, :raisedBy, :reason, :raisedAt) on conflict do nothing
            """)
    int raise(@BindMethods Dispute.Concern concern);

    @Override
    @SqlQuery("""
            select proposal_id as proposal, raised_by, reason, raised_at from concern
            where proposal_id = :proposal order by raised_at, raised_by
            """)
    List<Dispute.Concern> concerns(UUID proposal);

    @Override
    @SqlQuery("""
            select count(*) > 0 from dispute where next_proposal = :proposal and answer in ('rerun', 'appeal')
            """)
    boolean isRepetition(UUID proposal);

    @Override
    @SqlUpdate("""
            insert into ombud_term (pool_id, person_id, since, until, named_by)
            values (:pool, :person, :since, :until, :namedBy)
            """)
    void insert(@BindMethods Dispute.OmbudTerm term);

    @Override
    @SqlUpdate("""
            update ombud_term set ended_by = :proposal, ended_at = :at
            where pool_id = :pool and person_id = :person and ended_at is null
            """)
    int endTerm(UUID pool, UUID person, UUID proposal, Instant at);

    @Override
    @SqlQuery("""
            select pool_id as pool, person_id as person, since, until, named_by from ombud_term
            where pool_id = :pool and ended_at is null and until > :now order by since, person_id
            """)
    List<Dispute.OmbudTerm> ombuds(UUID pool, Instant now);

    @Override
    @SqlQuery("select since from ombud_term where pool_id = :pool order by since desc limit 1")
    Optional<Instant> lastTermSince(UUID pool);
}
