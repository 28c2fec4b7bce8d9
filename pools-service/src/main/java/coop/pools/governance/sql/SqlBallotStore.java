package coop.pools.governance.sql;

import coop.pools.governance.BallotStore;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Choice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of ballots, the same SQL on both databases. Revisions have no gaps, so the latest has no successor. */
@RegisterRowMapper(BallotMapper.class)
@RegisterConstructorMapper(BallotCount.class)
public interface SqlBallotStore extends BallotStore {
    String LATEST = """
            from ballot b where b.proposal_id = :proposal and not exists (
                select 1 from ballot later where later.proposal_id = b.proposal_id
                    and later.person_id = b.person_id and later.revision = b.revision + 1)
            """;

    @Override
    default void append(UUID proposal, Ballot ballot) {
        appendRow(proposal, ballot, ballot.choice().map(Choice::word).orElse("withdrawn"));
    }

    @SqlUpdate("""
            insert into ballot (proposal_id, person_id, revision, choice, reason, cast_at)
            values (:proposal, :b.person, :b.revision, :choice, :b.reason, :b.castAt)
            """)
    void appendRow(UUID proposal, @BindMethods("b") Ballot ballot, String choice);

    @Override
    @SqlQuery("""
            select * from ballot where proposal_id = :proposal and person_id = :person
            order by revision desc limit 1
            """)
    Optional<Ballot> latest(UUID proposal, UUID person);

    @Override
    @SqlQuery("""
            select count(*) filter (where b.choice = 'agree') as agree,
                count(*) filter (where b.choice = 'disagree') as disagree,
                count(*) filter (where b.choice = 'abstain') as abstain
            """ + LATEST)
    BallotCount count(UUID proposal);

    @Override
    @SqlQuery("select b.* " + LATEST + """
            and b.choice <> 'withdrawn' and b.person_id > :afterPerson order by b.person_id limit :limit
            """)
    List<Ballot> counted(UUID proposal, UUID afterPerson, int limit);
}
