package coop.pools.governance.sql;

import coop.pools.governance.BallotStore;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The table of ballots, the same SQL on both databases. Revisions have no gaps, so the latest has no successor. A block
 * is kept as a disagreeing ballot with a mark, marked options as an agreeing one with their marks.
 */
@RegisterRowMapper(BallotMapper.class)
@RegisterRowMapper(BallotCountMapper.class)
public interface SqlBallotStore extends BallotStore {
    String LATEST = """
            from ballot b where b.proposal_id = :proposal and not exists (
                select 1 from ballot later where later.proposal_id = b.proposal_id
                    and later.person_id = b.person_id and later.revision = b.revision + 1)
            """;

    @Override
    @SqlUpdate("""
            insert into ballot_counter (proposal_id, agree, disagree, abstain, blocks) values (:proposal, 0, 0, 0, 0)
            """)
    void begin(UUID proposal);

    @Override
    default void append(UUID proposal, Ballot ballot, Optional<Choice> before) {
        Optional<Choice> now = ballot.choice();
        String marks = ballot.mark().map(Mark::marks).orElse(List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        appendRow(
                proposal,
                ballot,
                now.map(SqlBallotStore::word).orElse("withdrawn"),
                now.equals(Optional.of(Choice.BLOCK)),
                marks.isEmpty() ? Optional.empty() : Optional.of(marks));
        if (!now.equals(before)) {
            moveCounter(
                    proposal,
                    step(now, before, Choice.AGREE),
                    step(now, before, Choice.DISAGREE) + step(now, before, Choice.BLOCK),
                    step(now, before, Choice.ABSTAIN),
                    step(now, before, Choice.BLOCK));
        }
    }

    private static String word(Choice choice) {
        return choice == Choice.BLOCK ? Choice.DISAGREE.word() : choice.word();
    }

    private static int step(Optional<Choice> now, Optional<Choice> before, Choice counted) {
        return (now.equals(Optional.of(counted)) ? 1 : 0) - (before.equals(Optional.of(counted)) ? 1 : 0);
    }

    @SqlUpdate("""
            insert into ballot (proposal_id, person_id, revision, choice, block, marks, reason, interest, nonce, cast_at)
            values (:proposal, :b.person, :b.revision, :choice, :block, cast(:marks as varchar), :b.reason,
                :b.interest, :b.nonce, :b.castAt)
            """)
    void appendRow(
            UUID proposal, @BindMethods("b") Ballot ballot, String choice, boolean block, Optional<String> marks);

    @SqlUpdate("""
            update ballot_counter set agree = agree + :agree, disagree = disagree + :disagree,
                abstain = abstain + :abstain, blocks = blocks + :blocks
            where proposal_id = :proposal
            """)
    void moveCounter(UUID proposal, int agree, int disagree, int abstain, int blocks);

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
                count(*) filter (where b.choice = 'abstain') as abstain,
                count(*) filter (where b.block) as blocks
            """ + LATEST)
    BallotCount count(UUID proposal);

    @Override
    @SqlQuery("select agree, disagree, abstain, blocks from ballot_counter where proposal_id = :proposal")
    Optional<BallotCount> counter(UUID proposal);

    @Override
    @SqlQuery("select b.* " + LATEST + """
            and b.choice <> 'withdrawn' and b.person_id > :afterPerson order by b.person_id limit :limit
            """)
    List<Ballot> counted(UUID proposal, UUID afterPerson, int limit);

    @Override
    @SqlQuery("select b.* " + LATEST + "and b.choice <> 'withdrawn'")
    List<Ballot> all(UUID proposal);

    @Override
    @SqlQuery("""
            select * from ballot where proposal_id = :proposal and person_id = :person order by revision limit 1000
            """)
    List<Ballot> revisions(UUID proposal, UUID person);
}
