package coop.pools.governance.sql;

import coop.pools.governance.BallotStore;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.RawVote;
import coop.pools.platform.db.NumberRows;
import coop.pools.platform.db.RowsToRead;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The table of ballots, the same SQL on both databases. Revisions have no gaps, so the latest has no successor.
 */
@RegisterRowMapper(BallotMapper.class)
@RegisterRowMapper(BallotCountMapper.class)
public interface SqlBallotStore extends BallotStore, SqlObject {
    String LATEST = """
            from ballot b where b.proposal_id = :proposal and not exists (
                select 1 from ballot later where later.proposal_id = b.proposal_id
                    and later.person_id = b.person_id and later.revision = b.revision + 1)
            """;

    String LATEST_OF = """
            select b.* from unnest(?, ?) as place (proposal_id, person_id)
            join ballot b on b.proposal_id = place.proposal_id and b.person_id = place.person_id
            where not exists (
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
        appendRow(BallotRow.of(proposal, ballot));
        moveCounter(proposal, CounterStep.of(ballot.choice(), before));
    }

    @SqlUpdate("""
            insert into ballot (proposal_id, person_id, revision, choice, block, marks, reason, interest, nonce, cast_at)
            values (:proposal, :person, :revision, :choice, :block, cast(:marks as varchar), :reason, :interest,
                :nonce, :castAt)
            """)
    void appendRow(@BindMethods BallotRow row);

    @SqlUpdate("""
            update ballot_counter set agree = agree + :agree, disagree = disagree + :disagree,
                abstain = abstain + :abstain, blocks = blocks + :blocks, casts = casts + :casts
            where proposal_id = :proposal
            """)
    void moveCounter(UUID proposal, @BindMethods CounterStep step);

    @Override
    default Map<Place, Ballot> latest(Collection<Place> places) {
        return RowsToRead.read(
                        getHandle().getConnection(),
                        LATEST_OF,
                        BallotMapper.Placed::read,
                        places.stream().map(Place::proposal).toArray(UUID[]::new),
                        places.stream().map(Place::person).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(
                        placed -> new Place(placed.proposal(), placed.ballot().person()), BallotMapper.Placed::ballot));
    }

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
    @SqlQuery("select coalesce(max(casts), 0) from ballot_counter where proposal_id = :proposal")
    long version(UUID proposal);

    @Override
    @SqlUpdate("update ballot_counter set casts = casts + 1 where proposal_id = :proposal")
    void touch(UUID proposal);

    @Override
    @SqlQuery("select b.* " + LATEST + """
            and b.choice <> 'withdrawn' and b.person_id > :afterPerson order by b.person_id limit :limit
            """)
    List<Ballot> counted(UUID proposal, UUID afterPerson, int limit);

    /** Nobody knows another's nonce, so that its order tells neither who nor when. */
    @Override
    @SqlQuery("select b.* " + LATEST + """
            and b.choice <> 'withdrawn' order by b.nonce, b.person_id offset :from rows fetch first :limit rows only
            """)
    List<Ballot> shuffled(UUID proposal, long from, int limit);

    @Override
    default Map<Mark, Long> marked(UUID proposal) {
        Map<Mark, Long> people = new HashMap<>();
        countMarks(proposal).forEach(same -> people.merge(same.mark(), same.people(), Long::sum));
        return people;
    }

    @RegisterRowMapper(BallotMapper.OfMany.class)
    @SqlQuery("select b.choice, b.block, b.marks, count(*) as people " + LATEST
            + "and b.choice <> 'withdrawn' group by b.choice, b.block, b.marks")
    List<BallotMapper.Same> countMarks(UUID proposal);

    @Override
    @SqlQuery("select b.* " + LATEST + "and b.choice <> 'withdrawn'")
    List<Ballot> all(UUID proposal);

    @Override
    @SqlQuery("""
            select * from ballot where proposal_id = :proposal and person_id = :person order by revision limit 1000
            """)
    List<Ballot> revisions(UUID proposal, UUID person);

    @Override
    default void each(UUID proposal, RawVote.Ballots each) {
        // One number for revision and choice: each column costs the database as much as counting it does.
        String select = "select person_id, revision * 8 + case choice when 'agree' then "
                + (1 + Choice.AGREE.ordinal()) + " when 'disagree' then case when block then "
                + (1 + Choice.BLOCK.ordinal()) + " else " + (1 + Choice.DISAGREE.ordinal())
                + " end when 'abstain' then " + (1 + Choice.ABSTAIN.ordinal()) + " else 0 end"
                + " from ballot where proposal_id = cast('" + proposal + "' as uuid)";
        NumberRows.read(
                getHandle().getConnection(),
                select,
                row -> each.ballot(row.high(0), row.low(0), row.number(1) >> 3, (row.number(1) & 7) - 1));
    }
}
