package coop.pools.flood.sql;

import coop.pools.flood.RequestStore;
import coop.pools.flood.domain.JoinRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Votes that wait for another side; the same SQL on both databases. */
@RegisterConstructorMapper(JoinRequest.class)
@RegisterConstructorMapper(RequestStore.Merger.class)
@RegisterConstructorMapper(RequestStore.Between.class)
public interface SqlRequestStore extends RequestStore {
    String REQUEST = """
            select flood_id as flood, pool_id as pool, proposal_id as proposal, compact_sha256, asked_at
            from flood_request where flood_id = :flood
            """;

    @Override
    @SqlUpdate("""
            insert into flood_request (flood_id, pool_id, proposal_id, compact_sha256, asked_at)
            values (:flood, :pool, :proposal, :compactSha256, :askedAt)
            """)
    void insert(@BindMethods JoinRequest request);

    @Override
    @SqlUpdate("delete from flood_request where flood_id = :flood and pool_id = :pool")
    void remove(UUID flood, UUID pool);

    @Override
    @SqlUpdate("delete from flood_request where pool_id = :pool")
    void removeOf(UUID pool);

    @Override
    @SqlQuery(REQUEST + "and pool_id = :pool")
    Optional<JoinRequest> find(UUID flood, UUID pool);

    @Override
    @SqlQuery(REQUEST + "order by asked_at, pool_id")
    List<JoinRequest> of(UUID flood);

    @Override
    @SqlUpdate("insert into flood_merger (from_id, into_id) values (:from, :into) on conflict do nothing")
    void beginMerger(UUID from, UUID into);

    @Override
    @SqlUpdate("update flood_merger set merge_proposal = :proposal where from_id = :from and into_id = :into")
    void agreeToMerge(UUID from, UUID into, UUID proposal);

    @Override
    @SqlUpdate("update flood_merger set take_proposal = :proposal where from_id = :from and into_id = :into")
    void agreeToTakeIn(UUID from, UUID into, UUID proposal);

    @Override
    @SqlQuery("""
            select merge_proposal, take_proposal, done_at from flood_merger where from_id = :from and into_id = :into
            """)
    Optional<Merger> merger(UUID from, UUID into);

    @Override
    @SqlQuery("""
            select from_id as "from", into_id as "into", merge_proposal, take_proposal, done_at
            from flood_merger m join flood other on other.id in (from_id, into_id) and other.id <> :flood
            where from_id = :flood and done_at is not null
                or other.state = 'active' and done_at is null
                    and (from_id = :flood and merge_proposal is not null or into_id = :flood and take_proposal is not null)
            order by case when done_at is null then 1 else 0 end, from_id, into_id limit :limit
            """)
    List<Between> mergersOf(UUID flood, int limit);

    @Override
    @SqlUpdate("update flood_merger set done_at = :at where from_id = :from and into_id = :into")
    void finishMerger(UUID from, UUID into, Instant at);
}
