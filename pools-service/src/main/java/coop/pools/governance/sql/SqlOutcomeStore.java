package coop.pools.governance.sql;

import coop.pools.governance.OutcomeStore;
import coop.pools.governance.domain.OutcomeStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of outcomes, the same SQL on both databases. */
@RegisterConstructorMapper(OutcomeStatement.class)
public interface SqlOutcomeStore extends OutcomeStore {
    String LATEST = """
            select s.proposal_id as proposal, s.version, s.author, s.markdown as text, s.stated_at, s.review_at
            from outcome_statement s where not exists (select 1 from outcome_statement later
                where later.proposal_id = s.proposal_id and later.version = s.version + 1)
            """;

    @Override
    @SqlUpdate("""
            insert into outcome_statement (proposal_id, version, author, markdown, stated_at, review_at)
            values (:proposal, :version, :author, :text, :statedAt, cast(:reviewAt as timestamp with time zone))
            on conflict do nothing
            """)
    int insert(@BindMethods OutcomeStatement statement);

    @Override
    @SqlQuery(LATEST + "and s.proposal_id = :proposal")
    Optional<OutcomeStatement> latest(UUID proposal);

    @Override
    @SqlQuery(LATEST + "and s.review_at <= :now and s.reminded_at is null order by s.review_at limit :limit")
    List<OutcomeStatement> due(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update outcome_statement set reminded_at = :at
            where proposal_id = :proposal and version = :version and reminded_at is null
            """)
    int markReminded(UUID proposal, int version, Instant at);
}
