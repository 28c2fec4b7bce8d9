package coop.pools.round.sql;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.kernel.Money;
import coop.pools.round.RoundStore;
import coop.pools.round.domain.Allocation;
import coop.pools.round.domain.Purse;
import coop.pools.round.domain.Round;
import coop.pools.round.domain.RoundBucket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables of rounds, the same SQL on both databases. */
@RegisterRowMapper(RoundMapper.class)
@RegisterRowMapper(RoundBucketMapper.class)
@RegisterConstructorMapper(SqlRoundStore.Part.class)
@RegisterConstructorMapper(SqlRoundStore.PurseRow.class)
@RegisterConstructorMapper(SqlRoundStore.Given.class)
public interface SqlRoundStore extends RoundStore {
    String SELECT = """
            select r.id, r.body_kind, r.body_id, r.proposal_id, r.slug, r.name, r.share, r.people, r.opens_at,
                   r.closes_at, r.keeps_partial, r.ended_at, r.ended_by, r.funded, r.pot_at_end, b.currency
            from funding_round r join book b on b.id = r.body_id
            """;
    String GIVEN = """
            select a.person_id, a.bucket_id, a.amount, b.currency,
                   not exists (select 1 from round_drop d where d.round_id = a.round_id and d.person_id = a.person_id)
                       as counts
            from round_allocation a join funding_round r on r.id = a.round_id join book b on b.id = r.body_id
            """;

    /** A round's columns. */
    record Row(
            UUID id,
            String kind,
            UUID bodyId,
            UUID proposal,
            String slug,
            String name,
            long share,
            long people,
            Instant opensAt,
            Instant closesAt,
            boolean keepsPartial) {}

    /** A Pool's part of those who have a share. */
    record Part(UUID poolId, long rosterVersion) {}

    /** A purse's columns. */
    record PurseRow(UUID roundId, UUID personId, long share, long allocated, int changes, String currency) {
        Purse purse() {
            return new Purse(roundId, personId, Money.of(share, currency), Money.of(allocated, currency), changes);
        }
    }

    /** An allocation's columns. */
    record Given(UUID personId, UUID bucketId, long amount, String currency, boolean counts) {
        Allocation allocation() {
            return new Allocation(personId, bucketId, Money.of(amount, currency), counts);
        }
    }

    @Override
    default int insert(Round round) {
        return insertRow(new Row(
                round.id(),
                round.body().kind().word(),
                round.body().id(),
                round.proposal(),
                round.slug(),
                round.name(),
                round.share().minorUnits(),
                round.people(),
                round.opensAt(),
                round.closesAt(),
                round.keepsPartial()));
    }

    @SqlUpdate("""
            insert into funding_round (id, body_kind, body_id, proposal_id, slug, name, share, people, opens_at, closes_at,
                                       keeps_partial)
            values (:id, :kind, :bodyId, :proposal, :slug, :name, :share, :people, :opensAt, :closesAt, :keepsPartial)
            on conflict do nothing
            """)
    int insertRow(@BindMethods Row row);

    @Override
    default void insertParts(UUID round, List<RosterPart> parts) {
        insertPartRows(
                round,
                parts.stream().map(RosterPart::pool).toArray(UUID[]::new),
                parts.stream().map(RosterPart::rosterVersion).toArray(Long[]::new));
    }

    /** In one statement: there may be very many. */
    @SqlUpdate("""
            insert into round_part (round_id, pool_id, roster_version)
            select cast(:round as uuid), p.pool, p.version
            from unnest(cast(:pools as uuid array), cast(:versions as bigint array)) as p (pool, version)
            """)
    void insertPartRows(UUID round, UUID[] pools, Long[] versions);

    @Override
    default void insertBucket(UUID round, RoundBucket bucket) {
        insertBucketRow(
                round,
                bucket,
                bucket.target().minorUnits(),
                bucket.minimum().map(Money::minorUnits).orElse(null));
    }

    @SqlUpdate("""
            insert into round_bucket (round_id, bucket_id, place, candidate, target, minimum, allocated, takes)
            values (:round, :b.bucket, :b.place, :b.candidate, :target, cast(:minimum as bigint), 0, true)
            """)
    void insertBucketRow(UUID round, @BindMethods("b") RoundBucket bucket, long target, Long minimum);

    @Override
    @SqlQuery(SELECT + "where r.id = :id")
    Optional<Round> find(UUID id);

    @Override
    default Optional<Round> lock(UUID id) {
        return lockRow(id).flatMap(this::find);
    }

    @SqlQuery("select id from funding_round where id = :id for update")
    Optional<UUID> lockRow(UUID id);

    @Override
    default List<Round> ofBody(BodyRef body) {
        return ofBodyRow(body.id());
    }

    @SqlQuery(SELECT + "where r.body_id = :body order by r.opens_at desc, r.id desc")
    List<Round> ofBodyRow(UUID body);

    @Override
    default List<UUID> running(BodyRef body) {
        return runningIn(body.id());
    }

    @SqlQuery("select id from funding_round where body_id = :body and ended_at is null order by opens_at, id")
    List<UUID> runningIn(UUID body);

    @Override
    @SqlQuery(SELECT + "where r.proposal_id = :proposal order by r.opens_at, r.id")
    List<Round> ofProposal(UUID proposal);

    @Override
    @SqlQuery("""
            select r.id from funding_round r
            where r.ended_at is null and (r.closes_at <= :now or r.share * r.people =
                (select sum(k.allocated) from round_bucket k where k.round_id = r.id))
            order by r.closes_at, r.id limit :limit
            """)
    List<UUID> due(Instant now, int limit);

    @Override
    default List<RosterPart> parts(UUID round) {
        return partRows(round).stream()
                .map(part -> new RosterPart(part.poolId(), part.rosterVersion()))
                .toList();
    }

    @SqlQuery("select pool_id, roster_version from round_part where round_id = :round order by pool_id")
    List<Part> partRows(UUID round);

    @Override
    @SqlQuery("""
            select k.bucket_id, k.place, k.candidate, k.target, k.minimum, k.allocated, k.counted, k.funded, b.currency
            from round_bucket k join funding_round r on r.id = k.round_id join book b on b.id = r.body_id
            where k.round_id = :round order by k.place
            """)
    List<RoundBucket> buckets(UUID round);

    @Override
    default Purse lockPurse(UUID round, UUID person) {
        makePurse(round, person);
        lockPurseRow(round, person);
        return purse(round, person).orElseThrow();
    }

    @SqlUpdate("""
            insert into round_purse (round_id, person_id, share, allocated, changes)
            select r.id, cast(:person as uuid), r.share, 0, 0 from funding_round r where r.id = :round
            on conflict do nothing
            """)
    int makePurse(UUID round, UUID person);

    @SqlQuery("select person_id from round_purse where round_id = :round and person_id = :person for update")
    UUID lockPurseRow(UUID round, UUID person);

    @Override
    default Optional<Purse> purse(UUID round, UUID person) {
        return purseRow(round, person).map(PurseRow::purse);
    }

    @SqlQuery("""
            select p.round_id, p.person_id, p.share, p.allocated, p.changes, b.currency
            from round_purse p join funding_round r on r.id = p.round_id join book b on b.id = r.body_id
            where p.round_id = :round and p.person_id = :person
            """)
    Optional<PurseRow> purseRow(UUID round, UUID person);

    @Override
    default List<Allocation> of(UUID round, UUID person) {
        return givenBy(round, person).stream().map(Given::allocation).toList();
    }

    @SqlQuery(GIVEN + "where a.round_id = :round and a.person_id = :person order by a.bucket_id")
    List<Given> givenBy(UUID round, UUID person);

    @Override
    @SqlUpdate("""
            update round_bucket set allocated = allocated + :delta
            where round_id = :round and bucket_id = :bucket and takes and allocated + :delta <= target
            """)
    int addTo(UUID round, UUID bucket, long delta);

    @Override
    default void change(Purse after, UUID bucket, Money amount, Instant at) {
        takeBack(after.round(), after.person(), bucket);
        if (amount.isPositive()) {
            give(after.round(), after.person(), bucket, amount.minorUnits());
        }
        fill(after.round(), after.person(), after.allocated().minorUnits(), after.changes());
        remember(after, bucket, amount.minorUnits(), at);
    }

    @SqlUpdate("delete from round_allocation where round_id = :round and person_id = :person and bucket_id = :bucket")
    int takeBack(UUID round, UUID person, UUID bucket);

    @SqlUpdate("""
            insert into round_allocation (round_id, person_id, bucket_id, amount)
            values (:round, :person, :bucket, :amount)
            """)
    void give(UUID round, UUID person, UUID bucket, long amount);

    @SqlUpdate("""
            update round_purse set allocated = :allocated, changes = :changes
            where round_id = :round and person_id = :person
            """)
    int fill(UUID round, UUID person, long allocated, int changes);

    @SqlUpdate("""
            insert into round_change (round_id, person_id, no, bucket_id, amount, changed_at)
            values (:p.round, :p.person, :p.changes, :bucket, :amount, :at)
            """)
    void remember(@BindMethods("p") Purse after, UUID bucket, long amount, Instant at);

    @Override
    @SqlUpdate("update round_bucket set takes = false where round_id = :round")
    void shut(UUID round);

    @Override
    @SqlUpdate("update round_bucket set takes = true where round_id = :round")
    void open(UUID round);

    @Override
    @SqlQuery("""
            select p.person_id from round_purse p
            where p.round_id = :round and p.allocated > 0 and p.person_id > :after order by p.person_id limit :limit
            """)
    List<UUID> givers(UUID round, UUID after, int limit);

    @Override
    @SqlQuery("""
            select p.person_id from round_purse p
            where p.round_id = :round and p.allocated = p.share and p.person_id between :first and :last
            """)
    List<UUID> done(UUID round, UUID first, UUID last);

    @Override
    @SqlUpdate("insert into round_drop (round_id, person_id) values (:round, :person)")
    void drop(UUID round, UUID person);

    @Override
    @SqlQuery("""
            select coalesce((select sum(a.amount) from round_allocation a
                    where a.round_id = k.round_id and a.bucket_id = k.bucket_id and not exists (
                        select 1 from round_drop d where d.round_id = a.round_id and d.person_id = a.person_id)), 0)
            from round_bucket k where k.round_id = :round order by k.place
            """)
    List<Long> counted(UUID round);

    @Override
    default void result(UUID round, UUID bucket, Money counted, Money funded) {
        resultRow(round, bucket, counted.minorUnits(), funded.minorUnits());
    }

    @SqlUpdate("""
            update round_bucket set counted = :counted, funded = :funded where round_id = :round and bucket_id = :bucket
            """)
    void resultRow(UUID round, UUID bucket, long counted, long funded);

    @Override
    default int end(UUID round, Round.End end) {
        return endRow(
                round, end.at(), end.by().orElse(null), end.funded(), end.pot().minorUnits());
    }

    @SqlUpdate("""
            update funding_round set ended_at = :at, ended_by = cast(:by as uuid), funded = :funded, pot_at_end = :pot
            where id = :round and ended_at is null
            """)
    int endRow(UUID round, Instant at, UUID by, boolean funded, long pot);

    @Override
    default List<Allocation> allocations(UUID round, UUID after, int limit) {
        return givenAfter(round, after, limit).stream().map(Given::allocation).toList();
    }

    /** All of a person's together. */
    @SqlQuery(GIVEN + """
            where a.round_id = :round and a.person_id in (select p.person_id from round_purse p
                where p.round_id = :round and p.allocated > 0 and p.person_id > :after order by p.person_id limit :limit)
            order by a.person_id, a.bucket_id
            """)
    List<Given> givenAfter(UUID round, UUID after, int limit);
}
