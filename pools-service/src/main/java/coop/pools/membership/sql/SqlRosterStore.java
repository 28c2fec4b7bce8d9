package coop.pools.membership.sql;

import coop.pools.governance.Rosters;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import coop.pools.membership.RosterStore;
import coop.pools.platform.db.DistinctIds;
import coop.pools.platform.db.NumberRows;
import coop.pools.platform.db.RowsToRead;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;

/**
 * Rosters as of their versions: one indexed read for each part, brought together by the database. Within a part nobody
 * stands twice, since one person's stays follow each other; so a single part needs no sorting to be counted.
 */
@RegisterConstructorMapper(Rosters.Stay.class)
public interface SqlRosterStore extends RosterStore, SqlObject {
    @Override
    default long count(List<RosterPart> parts) {
        if (parts.size() > MANY) {
            return countOfMany(
                    parts.stream().map(RosterPart::pool).toArray(UUID[]::new),
                    parts.stream().map(RosterPart::rosterVersion).toArray(Long[]::new));
        }
        String people = union(parts, "");
        String sql = parts.size() == 1
                ? "select count(*) from (" + people + ") p"
                : "select count(distinct person_id) from (" + people + ") p";
        try (Query query = bound(sql, parts)) {
            return query.mapTo(Long.class).one();
        }
    }

    /** Distinct people of very many parts, by place in both arrays; a database would take two or three times as long. */
    private long countOfMany(UUID[] pools, Long[] versions) {
        DistinctIds people = new DistinctIds();
        Connection connection = getHandle().getConnection();
        String select = "select (select " + NumberRows.listOf(connection, "m.person_id")
                + " from membership m where m.pool_id = p.pool"
                + " and m.joined_version <= p.version and (m.left_version is null or m.left_version > p.version))"
                + " from unnest(cast(? as uuid array), cast(? as bigint array)) as p (pool, version)";
        NumberRows.read(connection, select, pools, versions, row -> row.ids(0, people));
        return people.count();
    }

    @Override
    default long countSilent(RosterPart part, Instant since, List<UUID> without) {
        String others = without.isEmpty() ? "" : " and person_id not in (<without>)";
        try (Query query = getHandle().createQuery("""
                        select count(*) from membership
                        where pool_id = :pool and joined_version <= :version
                            and (left_version is null or left_version > :version)
                            and joined_at < :since and (active_at is null or active_at < :since)
                        """ + others)) {
            query.bind("pool", part.pool())
                    .bind("version", part.rosterVersion())
                    .bind("since", since);
            if (!without.isEmpty()) {
                query.bindList("without", without);
            }
            return query.mapTo(Long.class).one();
        }
    }

    @Override
    default List<Rosters.Stay> stays(UUID[] people) {
        String stays =
                "select person_id, pool_id, joined_version, left_version from membership where person_id = any (?)";
        return RowsToRead.read(
                getHandle().getConnection(),
                stays,
                row -> new Rosters.Stay(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, Long.class))),
                people);
    }

    @Override
    default List<Rosters.Stay> staysAfter(UUID person, int most) {
        // The number stands in the text: not knowing it, PostgreSQL would sort all stays for each page.
        String sql = "select person_id as person, pool_id as pool, joined_version as joined, left_version as \"left\""
                + " from membership where person_id > :person order by person_id limit " + most;
        try (Query query = getHandle().createQuery(sql)) {
            return query.bind("person", person).mapTo(Rosters.Stay.class).list();
        }
    }

    @Override
    default List<UUID> people(List<RosterPart> parts, Optional<UUID> after, int limit) {
        String from = after.isPresent() ? " and person_id > :after" : "";
        String sql = "select distinct person_id from ("
                + union(parts, from + " order by person_id limit :limit")
                + ") p order by person_id limit :limit";
        try (Query query = bound(sql, parts)) {
            after.ifPresent(person -> query.bind("after", person));
            return query.bind("limit", limit).mapTo(UUID.class).list();
        }
    }

    @Override
    default void each(UUID proposal, RawVote.Stays each) {
        Connection connection = getHandle().getConnection();
        String select = "select e.pool_id, (select " + NumberRows.listOf(connection, "m.person_id")
                + " from membership m where m.pool_id = e.pool_id"
                + " and m.joined_version <= e.roster_version"
                + " and (m.left_version is null or m.left_version > e.roster_version))"
                + " from electorate_part e where e.proposal_id = cast('" + proposal + "' as uuid)";
        NumberRows.read(connection, select, row -> {
            each.pool(row.high(0), row.low(0));
            row.ids(1, each::stay);
        });
    }

    private Query bound(String sql, List<RosterPart> parts) {
        Query query = getHandle().createQuery(sql);
        for (int i = 0; i < parts.size(); i++) {
            query.bind("pool" + i, parts.get(i).pool())
                    .bind("version" + i, parts.get(i).rosterVersion());
        }
        return query;
    }

    private static String union(List<RosterPart> parts, String further) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> "(select person_id from membership where pool_id = :pool" + i
                        + " and joined_version <= :version" + i
                        + " and (left_version is null or left_version > :version" + i + ")" + further + ")")
                .collect(Collectors.joining(" union all "));
    }
}
