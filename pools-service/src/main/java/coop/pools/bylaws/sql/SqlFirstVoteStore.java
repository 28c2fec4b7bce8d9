package coop.pools.bylaws.sql;

import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.FirstVoteStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** {@link FirstVoteStore} in SQL. */
@RegisterRowMapper(FirstVoteMapper.class)
public interface SqlFirstVoteStore extends FirstVoteStore {
    @Override
    default boolean insert(FirstVote vote) {
        return insertRow(
                        vote.proposalId(),
                        vote.bodyId(),
                        BylawsJson.write(vote.changes()),
                        vote.passedAt(),
                        vote.secondFrom(),
                        vote.secondUntil())
                == 1;
    }

    @SqlUpdate("""
            insert into bylaws_first_vote (proposal_id, body_id, changes, passed_at, second_from, second_until)
            values (:proposal, :body, :changes, :passed, :from, :until)
            on conflict do nothing""")
    int insertRow(
            @Bind UUID proposal,
            @Bind UUID body,
            @Bind String changes,
            @Bind Instant passed,
            @Bind Instant from,
            @Bind Instant until);

    @Override
    @SqlQuery("""
            select * from bylaws_first_vote where body_id = :body and second_proposal_id is null
            order by passed_at desc, proposal_id fetch first 200 rows only""")
    List<FirstVote> unfinished(@Bind UUID body);

    @Override
    @SqlQuery("select * from bylaws_first_vote where proposal_id = :proposal")
    Optional<FirstVote> find(@Bind UUID proposal);

    @Override
    @SqlQuery("""
            select * from bylaws_first_vote where second_from <= :now and second_until > :now
                and second_proposal_id is null and told_at is null
            order by second_from, proposal_id fetch first :limit rows only""")
    List<FirstVote> due(@Bind Instant now, @Bind int limit);

    @Override
    @SqlUpdate("""
            update bylaws_first_vote set told_at = :at where proposal_id = :proposalId and told_at is null""")
    int markTold(@Bind UUID proposalId, @Bind Instant at);

    @Override
    @SqlUpdate("""
            update bylaws_first_vote set second_proposal_id = :second
            where proposal_id = :proposal and second_proposal_id is null""")
    boolean finish(@Bind UUID proposal, @Bind UUID second);
}
