package coop.pools.bench;

import coop.pools.governance.Bodies;
import coop.pools.governance.CountVotes;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.PoolsCount;
import coop.pools.governance.sql.SqlBallotStore;
import coop.pools.governance.sql.SqlDelegationStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.kernel.IdSource;
import coop.pools.membership.MembershipRosters;
import coop.pools.membership.sql.SqlRosterStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A vote in each of very many Pools, and one in a Flood of them all, in Floods within Floods, with delegates twenty deep,
 * one in a hundred in a circle. Compared are counters with a GROUP BY, and the full recount of the Flood with one over as many ballots.
 */
final class BigVote implements Scenario {
    private static final UUID FLOOD = new UUID(8, 8);
    private static final String COLUMNS =
            "insert into proposal (id, body_kind, body_id, author, title, markdown, action_type,"
                    + " action_json, created_at, opens_at, opened_at, closes_at, threshold_bp, threshold_base, quorum_bp,"
                    + " quorum_people, discuss_hours, vote_hours, cooling_hours, delegates, pools_bp, electorate) ";
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
    private BenchDatabase.Stores stores;
    private CountVotes.Sources sources;
    private NestedFloods nested;

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
        stores = database.stores();
        sources = new CountVotes.Sources(
                stores.store(SqlProposalStore.class),
                stores.store(SqlBallotStore.class),
                stores.store(SqlDelegationStore.class));
        nested = new NestedFloods(stores, FLOOD);
        NestedFloods.fill(database, FLOOD, voters / 100);
        freeze(FLOOD);
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
        database.execute(COLUMNS + "select md5('pool' || i)::uuid, 'pool', md5('pool' || i)::uuid, md5('a')::uuid, 'T',"
                + " '', 'statement', '{}', now(), now(), now(), now(), 5000, 'CAST', 2000, 3, 0, 120, 0, false, null, 1000"
                + " from generate_series(0, " + (pools - 1)
                + ") i");
        proposal(FLOOD);
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
                + ", now() - interval '1 day', now() + interval '1 year' from generate_series(" + direct + ", "
                + (voters * 9 / 10 - 1)
                + ") i");
        database.execute("analyze");
        // As a database that runs for a while does by itself.
        for (String table : List.of("ballot", "membership", "delegation", "electorate_part", "electorate_seat")) {
            database.execute("vacuum analyze " + table);
        }
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
        double once = best(this::people);
        double opening = Math.min(opening(), Math.min(opening(), opening()));
        round.say("people counted once %.0f ms, a vote of them opened %.0f ms", once, opening);
        round.ratio(Goal.OPENING, opening / once);
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

    private void freeze(UUID proposal) {
        long people = nested.open(proposal);
        if (people != voters) {
            broken.add(people + " voters of " + voters);
        }
    }

    private double opening() throws Exception {
        UUID opened = UUID.randomUUID();
        proposal(opened);
        return millis(() -> {
            freeze(opened);
            return 1;
        });
    }

    /** A vote of the Flood of all Pools. */
    private void proposal(UUID id) throws SQLException {
        database.execute(COLUMNS + "values ('" + id + "', 'flood', '" + FLOOD + "', md5('a')::uuid, 'T', '',"
                + " 'statement', '{}', now(), now(), now(), now(), 5000, 'CAST', 2000, 3, 0, 120, 0, true, 5000, "
                + voters + ")");
    }

    /** Everybody who belongs to some Pool, each once. */
    private long people() throws SQLException {
        return sum(
                one, "select count(distinct person_id) from membership where left_version is null and pool_id <> ?", 1);
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

    /** Who has counted nothing yet: what was counted for one reader would be kept for the next. */
    private ReadProposals fresh() {
        Clock clock = Clock.systemUTC();
        Bodies none = (Bodies) Proxy.newProxyInstance(
                Bodies.class.getClassLoader(), new Class<?>[] {Bodies.class}, (self, method, arguments) -> {
                    throw new IllegalStateException("a count asks no body");
                });
        MembershipRosters rosters = new MembershipRosters(stores.store(SqlRosterStore.class));
        return new ReadProposals(clock, sources.proposals(), new CountVotes(clock, sources, rosters, none));
    }

    /** By the product, from the raw rows: people once, latest ballots, delegates, each Pool; and a proof on disk. */
    private BallotCount recount() throws Exception {
        Outcome outcome = fresh().one(FLOOD).outcome().orElseThrow();
        StringBuilder proof = new StringBuilder(outcome.ballots().toString());
        for (PoolsCount.Line line : outcome.pools().orElseThrow().lines()) {
            proof.append('\n').append(line.member()).append(' ').append(line.agree());
            proof.append(' ').append(line.disagree());
        }
        byte[] bytes = proof.toString().getBytes(StandardCharsets.UTF_8);
        Path file = Files.createTempFile("proof", ".txt");
        Files.write(file, (proof + "\n" + HexFormat.of().formatHex(IdSource.sha256(bytes))).getBytes());
        Files.delete(file);
        BallotCount counted = outcome.ballots();
        if (expected != 0 && counted.cast() != expected) {
            broken.add("two recounts differ");
        }
        return counted;
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
            if (stores != null) {
                stores.close();
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
