package coop.pools.governance.sql;

import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.governance.domain.Step;
import coop.pools.governance.domain.Vote;
import coop.pools.platform.db.NumberRows;
import coop.pools.platform.db.RowsToRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables of proposals and their electorates, the same SQL on both databases. */
@RegisterRowMapper(ProposalMapper.class)
public interface SqlProposalStore extends ProposalStore, SqlObject {
    String DUE = "next_step = :step.word and next_step_at <= :now ";
    String OF_BODY = "select * from proposal where not draft and body_id = :body.id and body_kind = :body.kind.word ";

    @Override
    default boolean insert(Proposal proposal) {
        boolean draft = proposal.progress().preparation().draft();
        Instant due = proposal.progress().preparation().isSponsored() ? proposal.opensAt() : proposal.lapsesAt();
        Optional<String> step = draft ? Optional.empty() : Optional.of(Step.OPEN.word());
        return insertRow(
                        proposal,
                        step,
                        draft ? Optional.empty() : Optional.of(due),
                        ActionJson.write(proposal.action()),
                        PaperJson.write(proposal.paper()))
                == 1;
    }

    @SqlUpdate("""
            insert into proposal (id, body_kind, body_id, author, title, markdown, action_type, action_json, method,
                paper, created_at, opens_at, draft, sponsors_needed, next_step, next_step_at)
            values (:p.id, :p.body.kind.word, :p.body.id, :p.author, :p.title, :p.text, :p.action.type, :json,
                :p.paper.method.word, :paper, :p.createdAt, :p.opensAt, :p.progress.preparation.draft, :p.progress.preparation.sponsorsNeeded,
                cast(:step as varchar), cast(:due as timestamp with time zone))
            on conflict do nothing
            """)
    int insertRow(
            @BindMethods("p") Proposal proposal,
            Optional<String> step,
            Optional<Instant> due,
            String json,
            String paper);

    @Override
    @SqlQuery("select * from proposal where id = :id and not draft")
    Optional<Proposal> find(UUID id);

    @Override
    @SqlQuery("select * from proposal where id = :id and not draft for update")
    Optional<Proposal> lock(UUID id);

    @Override
    default List<Proposal> lockAll(UUID[] ids) {
        String locked = "select * from proposal where id = any (?) and not draft order by id for update";
        return RowsToRead.read(getHandle().getConnection(), locked, ProposalMapper::read, ids);
    }

    @Override
    @SqlQuery("select * from proposal where id = :id and " + DUE + "for update skip locked")
    Optional<Proposal> lockDue(UUID id, @BindMethods("step") Step step, Instant now);

    @Override
    @SqlQuery("select id from proposal where " + DUE + "order by next_step_at, id limit :limit")
    List<UUID> due(@BindMethods("step") Step step, Instant now, int limit);

    @Override
    @SqlQuery(OF_BODY + "and (created_at, id) < (:before, :beforeId) order by created_at desc, id desc limit :limit")
    List<Proposal> newest(@BindMethods("body") BodyRef body, Instant before, UUID beforeId, int limit);

    @Override
    @SqlUpdate("update proposal set asked_by = :decision where id = :id")
    void markAsked(UUID id, UUID decision);

    @Override
    @SqlQuery("select count(*) > 0 from proposal where id = :id and asked_by is not null")
    boolean isAsked(UUID id);

    @Override
    default boolean isPutToTheMembers(UUID id) {
        return isAsked(id) || isPutByDispute(id);
    }

    @SqlQuery("select count(*) > 0 from dispute where next_proposal = :id")
    boolean isPutByDispute(UUID id);

    @Override
    @SqlQuery("""
            select count(*) from proposal where author = :author and body_id = :body.id and body_kind = :body.kind.word
                and not draft and (next_step in ('open', 'close') or created_at > :since)
            """)
    long countOf(@BindMethods("body") BodyRef body, UUID author, Instant since);

    @Override
    @SqlQuery("""
            select * from (
                select * from (
                    select p.*, row_number() over (partition by author order by next_step_at, id) as turn
                    from proposal p where not draft and body_id = :body.id and body_kind = :body.kind.word
                        and next_step_at is not null) waiting
                order by case when turn <= 3 then 0 else 1 end, next_step_at, id limit :limit) chosen
            order by next_step_at, id
            """)
    List<Proposal> running(@BindMethods("body") BodyRef body, int limit);

    @Override
    @SqlQuery("""
            select * from proposal
            where not draft and body_id = any (:bodies) and action_type = any (:actionTypes) and next_step_at is not null
            order by next_step_at, id limit :limit
            """)
    List<Proposal> runningOf(UUID[] bodies, String[] actionTypes, int limit);

    @Override
    @SqlQuery(OF_BODY + "and next_step = 'enact' order by next_step_at, id limit :limit")
    List<Proposal> passed(@BindMethods("body") BodyRef body, int limit);

    @Override
    @SqlQuery(OF_BODY + """
            and next_step_at is not null and opened_at is not null and closed_at is null and closes_at > :now order by id
            """)
    List<Proposal> voting(@BindMethods("body") BodyRef body, Instant now);

    @Override
    @SqlQuery(OF_BODY + "and action_type = :actionType and next_step in ('close', 'enact') order by id")
    List<Proposal> votedOn(@BindMethods("body") BodyRef body, String actionType);

    @Override
    @SqlUpdate("""
            update proposal set opened_at = :v.openedAt, closes_at = :v.closesAt, electorate = :v.electorate,
                threshold_bp = :v.rule.threshold.value, threshold_base = :v.rule.base,
                quorum_bp = :v.rule.quorum.value, quorum_people = :v.rule.quorumPeople,
                discuss_hours = :v.rule.discussHours, vote_hours = :v.rule.voteHours,
                cooling_hours = :v.rule.coolingHours, change_ballots = :v.rule.manners.change,
                delegates = :v.rule.manners.delegates, conflicts_abstain = :v.rule.manners.conflictsAbstain,
                quorum_base = :v.quorumBase, pools_bp = cast(:v.rule.poolsBasisPoints as int), next_step = 'close', next_step_at = :v.closesAt
            where id = :id and next_step = 'open'
            """)
    boolean open(UUID id, @BindMethods("v") Vote vote);

    @Override
    default void addParts(UUID id, List<RosterPart> parts) {
        addParts(
                id,
                parts.stream().map(RosterPart::pool).toArray(UUID[]::new),
                parts.stream().map(RosterPart::rosterVersion).toArray(Long[]::new));
    }

    /** In one statement: there may be very many. */
    @SqlUpdate("""
            insert into electorate_part (proposal_id, pool_id, roster_version)
            select cast(:id as uuid), p.pool, p.version
            from unnest(cast(:pools as uuid array), cast(:versions as bigint array)) as p (pool, version)
            """)
    void addParts(UUID id, UUID[] pools, Long[] versions);

    /** Only what has not dropped out: a Pool stays while it is counted for a member that does. */
    String STAYS = """
            and (not exists (select 1 from electorate_drop d where d.proposal_id = p.proposal_id)
                or exists (select 1 from electorate_seat s
                    where s.proposal_id = p.proposal_id and s.pool_id = p.pool_id and not exists (
                        select 1 from electorate_drop d
                        where d.proposal_id = s.proposal_id and d.member_id = s.member_id)))
            """;

    /** There may be very many Pools. */
    @Override
    default List<RosterPart> parts(UUID id) {
        List<RosterPart> parts = new ArrayList<>();
        String select = "select p.pool_id, p.roster_version from electorate_part p where p.proposal_id = cast('" + id
                + "' as uuid) " + STAYS + "order by p.pool_id";
        NumberRows.read(
                getHandle().getConnection(),
                select,
                row -> parts.add(new RosterPart(new UUID(row.high(0), row.low(0)), row.whole(1))));
        return parts;
    }

    @Override
    default void addSeats(UUID id, List<Seat> seats) {
        addSeats(
                id,
                seats.stream().map(Seat::member).toArray(UUID[]::new),
                seats.stream().map(Seat::pool).toArray(UUID[]::new));
    }

    /** The same for seats. */
    @SqlUpdate("""
            insert into electorate_seat (proposal_id, member_id, pool_id)
            select cast(:id as uuid), s.member, s.pool
            from unnest(cast(:members as uuid array), cast(:pools as uuid array)) as s (member, pool)
            """)
    void addSeats(UUID id, UUID[] members, UUID[] pools);

    @Override
    default List<Seat> seats(UUID id) {
        List<Seat> seats = new ArrayList<>();
        String select = "select s.member_id, s.pool_id from electorate_seat s where s.proposal_id = cast('" + id
                + "' as uuid) and not exists (select 1 from electorate_drop d"
                + " where d.proposal_id = s.proposal_id and d.member_id = s.member_id)"
                + " order by s.member_id, s.pool_id";
        NumberRows.read(
                getHandle().getConnection(),
                select,
                row -> seats.add(new Seat(new UUID(row.high(0), row.low(0)), new UUID(row.high(1), row.low(1)))));
        return seats;
    }

    @Override
    default List<PartOf> partsOf(UUID[] proposals, UUID[] pools) {
        String parts = "select p.proposal_id, p.pool_id, p.roster_version from electorate_part p"
                + " where p.proposal_id = any (?) and p.pool_id = any (?) " + STAYS;
        return RowsToRead.read(
                getHandle().getConnection(),
                parts,
                row -> new PartOf(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3)),
                proposals,
                pools);
    }

    @Override
    @SqlUpdate("insert into electorate_drop (proposal_id, member_id, dropped_at) values (:id, :member, :at)")
    void drop(UUID id, UUID member, Instant at);

    @Override
    @SqlUpdate("update proposal set electorate = :people, quorum_base = :people where id = :id")
    void shrink(UUID id, long people);

    @Override
    default boolean close(UUID id, Instant closedAt, Outcome outcome, Optional<Instant> enactsAt) {
        Optional<String> ranking = outcome.ranking().map(PaperJson::write);
        Optional<String> pools = outcome.pools().map(PoolsCountJson::write);
        return enactsAt.isPresent()
                ? closePassed(id, closedAt, outcome, ranking, pools, enactsAt.get())
                : closeFailed(id, closedAt, outcome, ranking, pools);
    }

    String OUTCOME = """
            update proposal set closed_at = :closedAt, pools_count = cast(:pools as text), agree = :o.ballots.agree, disagree = :o.ballots.disagree,
                abstain = :o.ballots.abstain, blocks = :o.ballots.blocks, ranking = cast(:ranking as text), needed_for_quorum = :o.neededForQuorum,
                needed_to_pass = :o.neededToPass, quorum_met = :o.quorumMet, passed = :o.passed,
            """;
    String IF_OPEN = "where id = :id and next_step = 'close'";

    @SqlUpdate(OUTCOME + "enacts_at = :enactsAt, next_step = 'enact', next_step_at = :enactsAt " + IF_OPEN)
    boolean closePassed(
            UUID id,
            Instant closedAt,
            @BindMethods("o") Outcome outcome,
            Optional<String> ranking,
            Optional<String> pools,
            Instant enactsAt);

    @SqlUpdate(OUTCOME + "next_step = null, next_step_at = null " + IF_OPEN)
    boolean closeFailed(
            UUID id,
            Instant closedAt,
            @BindMethods("o") Outcome outcome,
            Optional<String> ranking,
            Optional<String> pools);

    @Override
    @SqlUpdate("""
            update proposal set enacted_at = :now, next_step = null, next_step_at = null
            where id = :id and next_step = 'enact' and next_step_at <= :now
            """)
    boolean enact(UUID id, Instant now);

    @Override
    @SqlUpdate("update proposal set next_step_at = :at where id = :id and next_step = 'close'")
    void closeFrom(UUID id, Instant at);

    @Override
    @SqlUpdate("update proposal set next_step_at = :until where id = :id and next_step = 'enact'")
    boolean postpone(UUID id, Instant until);

    @Override
    default boolean block(UUID id, Step step, Blocked reason) {
        return blockRow(id, step, reason, ActionJson.writeMap(reason.facts()));
    }

    @SqlUpdate("""
            update proposal set blocked_at = :b.at, blocked_code = :b.code, blocked_facts = :facts,
                next_step = null, next_step_at = null
            where id = :id and next_step = :step.word
            """)
    boolean blockRow(UUID id, @BindMethods("step") Step step, @BindMethods("b") Blocked reason, String facts);

    @Override
    @SqlUpdate("""
            update proposal set withdrawn_at = :now, next_step = null, next_step_at = null
            where id = :id and next_step = 'open' and (opens_at > :now or sponsors < sponsors_needed)
            """)
    boolean withdraw(UUID id, Instant now);

    @Override
    @SqlUpdate("""
            update proposal set next_step = null, next_step_at = null
            where id = :id and next_step = 'open' and next_step_at <= :now and sponsors < sponsors_needed
            """)
    boolean lapse(UUID id, Instant now);
}
