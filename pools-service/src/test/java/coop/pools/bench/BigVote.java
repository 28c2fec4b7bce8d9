package coop.pools.bench;

import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.BigCount;
import coop.pools.governance.domain.Choice;
import coop.pools.kernel.IdSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A vote in each of very many Pools, and one in a Flood of them all with delegates twenty deep, one in a hundred in a
 * circle. Compared are counters with a GROUP BY, and the full recount of the Flood with one over as many ballots.
 */
final class BigVote implements Scenario {
    private static final UUID FLOOD = new UUID(8, 8);
    private static final String ELECTORATE = """
            select m.person_id, m.pool_id from electorate_part e join membership m on m.pool_id = e.pool_id
                and m.joined_version <= e.roster_version
                and (m.left_version is null or m.left_version > e.roster_version)
            where e.proposal_id = ?
            """;
    private static final String BALLOTS = """
            select b.person_id, b.choice from ballot b where b.proposal_id = ? and b.choice <> 'withdrawn'
            and not exists (select 1 from ballot later where later.proposal_id = b.proposal_id
                and later.person_id = b.person_id and later.revision = b.revision + 1)
            """;
    private static final String DELEGATIONS = """
            select d.person_id, d.delegate_id from delegation d where d.body_id = ? and d.delegate_id is not null
            and not exists (select 1 from delegation later where later.body_id = d.body_id
                and later.topic = d.topic and later.person_id = d.person_id and later.revision = d.revision + 1)
            """;
    private static final String RECURSIVE = """
            with recursive voted as (
                select person_id, choice from ballot where proposal_id = ? and revision = 1),
            way as (
                select d.person_id, d.delegate_id as at, 1 as steps from delegation d
                where d.body_id = ? and not exists (select 1 from voted v where v.person_id = d.person_id)
                union all
                select w.person_id, d.delegate_id, w.steps + 1 from way w
                join delegation d on d.body_id = ? and d.person_id = w.at
                where w.steps < 25 and not exists (select 1 from voted v where v.person_id = w.at))
            select v.choice, count(*) from way w join voted v on v.person_id = w.at group by v.choice
            """;

    private final List<String> broken = new ArrayList<>();
    private BenchDatabase database;
    private int voters;
    private long expected;
    private Connection one;
    private Connection two;

    @Override
    public String name() {
        return "A vote of very many, on PostgreSQL";
    }

    @Override
    public void open(Settings settings) throws Exception {
        voters = settings.voters();
        database = BenchDatabase.postgresql();
        fill();
        one = connection();
        two = connection();
        expected = recount().cast();
        groupBy();
        counters();
    }

    private Connection connection() throws SQLException {
        Connection connection = java.sql.DriverManager.getConnection(
                database.url() + (database.url().contains("?") ? "&" : "?") + "prepareThreshold=-1",
                database.user(),
                database.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private void fill() throws SQLException {
        int pools = voters / 100;
        String person = "md5('p' || %s)::uuid";
        String p = person.formatted("i");
        database.execute(
                "insert into person select " + p + ", 'P', now() from generate_series(0, " + (voters - 1) + ") i");
        database.execute("insert into pool select md5('pool' || i)::uuid, 'p' || i, 'P', 'EUR', 'una', 'x', i::text, 1,"
                + " now() from generate_series(0, " + (pools - 1) + ") i");
        database.execute("insert into membership select md5('pool' || (i % " + pools + "))::uuid, " + p
                + ", 1, null, i, now(), null from generate_series(0, " + (voters - 1) + ") i");
        // One in ten is in two Pools.
        database.execute("insert into membership select md5('pool' || ((i + 1) % " + pools + "))::uuid, " + p
                + ", 1, null, i + " + voters + ", now(), null from generate_series(0, " + (voters - 1) + ", 10) i");
        String columns = "insert into proposal (id, body_kind, body_id, author, title, markdown, action_type,"
                + " action_json, created_at, opens_at, opened_at, closes_at, electorate) ";
        database.execute(columns + "select md5('pool' || i)::uuid, 'pool', md5('pool' || i)::uuid, md5('a')::uuid, 'T',"
                + " '', 'statement', '{}', now(), now(), now(), now(), 1000 from generate_series(0, " + (pools - 1)
                + ") i");
        database.execute(columns + "values ('" + FLOOD + "', 'flood', '" + FLOOD + "', md5('a')::uuid, 'T', '',"
                + " 'statement', '{}', now(), now(), now(), now(), " + voters + ")");
        database.execute("insert into electorate_part select '" + FLOOD
                + "', md5('pool' || i)::uuid, 1 from generate_series(0, " + (pools - 1) + ") i");
        String ballot = "insert into ballot (proposal_id, person_id, revision, choice, reason, cast_at) select ";
        String choice = "(array['agree','disagree','abstain'])[1 + (hashint4(i) & 1) + (i % 10) / 9]";
        database.execute(ballot + "md5('pool' || (i % " + pools + "))::uuid, " + p + ", 1, " + choice
                + ", '', now() from generate_series(0, " + (voters - 1) + ") i");
        database.execute("insert into ballot_counter select proposal_id, count(*) filter (where choice = 'agree'),"
                + " count(*) filter (where choice = 'disagree'), count(*) filter (where choice = 'abstain'), 0"
                + " from ballot group by proposal_id");
        int direct = voters * 3 / 10;
        database.execute(ballot + "'" + FLOOD + "', " + p + ", 1, " + choice + ", '', now() from generate_series(0, "
                + (direct - 1) + ") i");
        database.execute(ballot + "'" + FLOOD + "', " + p + ", 2, " + choice + ", '', now() from generate_series(0, "
                + (direct - 1) + ", 3) i");
        String delegate = "case when i < " + (direct + voters / 100) + " then "
                + person.formatted("(i - (i - " + direct + ") % 3 + ((i - " + direct + ") % 3 + 1) % 3)")
                + " when (i - " + direct + ") % 20 = 0 then " + person.formatted("(i % " + direct + ")") + " else "
                + person.formatted("(i - 1)") + " end";
        database.execute("insert into delegation select '" + FLOOD + "', 'all', " + p + ", 1, " + delegate
                + ", now(), now() + interval '1 year' from generate_series(" + direct + ", " + (voters * 9 / 10 - 1)
                + ") i");
        database.execute("analyze");
        database.execute("vacuum analyze ballot");
        database.execute("checkpoint");
    }

    @Override
    public void round(int number, Round round) throws Exception {
        double flat = best(this::groupBy);
        double live = best(this::counters);
        double full = best(this::recount);
        round.say("GROUP BY %.0f ms, counters %.1f ms, full recount %.0f ms", flat, live, full);
        round.ratio(Goal.G9, live / flat);
        round.ratio(Goal.G10, full / flat);
        if (number == 1) {
            double recursive = millis(this::recursive);
            round.say("recursive SQL %.0f ms: the full recount is %.1f times as fast", recursive, recursive / full);
        }
    }

    private interface Timed {
        Object run() throws Exception;
    }

    private static double best(Timed work) throws Exception {
        return Math.min(millis(work), Math.min(millis(work), millis(work)));
    }

    private static double millis(Timed work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** One flat count of a ballot of everybody. */
    private long groupBy() throws SQLException {
        return sum(one, "select proposal_id, choice, count(*) from ballot where proposal_id <> ? group by 1, 2", 3);
    }

    private long counters() throws SQLException {
        long sum = sum(one, "select agree, disagree, abstain, blocks from ballot_counter where proposal_id <> ?", 1);
        if (sum == 0) {
            broken.add("no counters");
        }
        return sum;
    }

    private static long sum(Connection connection, String sql, int column) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, FLOOD);
            long sum = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sum += rows.getLong(column);
                }
            }
            connection.commit();
            return sum;
        }
    }

    private long recursive() throws SQLException {
        try (PreparedStatement query = one.prepareStatement(RECURSIVE)) {
            query.setObject(1, FLOOD);
            query.setObject(2, FLOOD);
            query.setObject(3, FLOOD);
            long sum = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sum += rows.getLong(2);
                }
            }
            one.commit();
            return sum;
        }
    }

    /** From the raw rows: people once, the latest ballots, delegates; each Pool's people; and a proof on disk. */
    private BallotCount recount() throws Exception {
        CompletableFuture<List<UUID[]>> delegations = CompletableFuture.supplyAsync(() -> pairs(two, DELEGATIONS));
        BigCount count = new BigCount(voters);
        Map<UUID, int[]> perPool = new HashMap<>();
        each(one, ELECTORATE, row -> {
            count.person(row.getObject(1, UUID.class));
            perPool.computeIfAbsent(row.getObject(2, UUID.class), pool -> new int[1])[0]++;
        });
        each(
                one,
                BALLOTS,
                row -> count.ballot(
                        row.getObject(1, UUID.class),
                        Choice.ofWord(row.getString(2)).orElseThrow()));
        delegations.get().forEach(pair -> count.delegate(pair[0], pair[1]));
        BallotCount counted = count.count();
        StringBuilder proof = new StringBuilder(counted.toString());
        perPool.forEach(
                (pool, people) -> proof.append('\n').append(pool).append(' ').append(people[0]));
        byte[] bytes = proof.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path file = Files.createTempFile("proof", ".txt");
        Files.write(file, (proof + "\n" + HexFormat.of().formatHex(IdSource.sha256(bytes))).getBytes());
        Files.delete(file);
        if (expected != 0 && counted.cast() != expected) {
            broken.add("two recounts differ");
        }
        return counted;
    }

    private interface RowWork {
        void take(ResultSet row) throws SQLException;
    }

    private static List<UUID[]> pairs(Connection connection, String sql) {
        List<UUID[]> pairs = new ArrayList<>(700_000);
        try {
            each(
                    connection,
                    sql,
                    row -> pairs.add(new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)}));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pairs;
    }

    private static void each(Connection connection, String sql, RowWork work) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(20_000);
            query.setObject(1, FLOOD);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    work.take(rows);
                }
            }
            connection.commit();
        }
    }

    @Override
    public List<String> broken() throws Exception {
        long wanted = voters * 9L / 10 - voters / 100;
        if (Math.abs(expected - wanted) > 30) {
            broken.add("counted " + expected + " people, about " + wanted + " wanted");
        }
        if (database.number("select count(*) from ballot_counter c where agree + disagree + abstain <> (select count(*)"
                        + " from ballot b where b.proposal_id = c.proposal_id) and c.proposal_id in (select proposal_id"
                        + " from ballot_counter limit 100)")
                > 0) {
            broken.add("a counter is not the count of its ballots");
        }
        return broken;
    }

    @Override
    public void close() throws IOException {
        try {
            if (one != null) {
                one.close();
            }
            if (two != null) {
                two.close();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }
}
