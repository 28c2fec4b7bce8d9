package coop.pools.bench;

import coop.pools.bylaws.SampleBylaws;
import coop.pools.governance.Bodies;
import coop.pools.governance.CountVotes;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.TwoVotes;
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
import java.sql.DriverManager;
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
    private static final String RECURSIVE = """
            with recursive voted (person_id, choice) as (
                select person_id, choice from ballot where proposal_id = ? and revision = 1),
            way (person_id, at, steps) as (
                select d.person_id, d.delegate_id as at, 1 as steps from delegation d
                where d.body_id = ? and not exists (select 1 from voted v where v.person_id = d.person_id)
                union all
                select w.person_id, d.delegate_id, w.steps + 1 from way w
                join delegation d on d.body_id = ? and d.person_id = w.at
                where w.steps < 25 and not exists (select 1 from voted v where v.person_id = w.at))
            select v.choice, count(*) from way w join voted v on v.person_id = w.at group by v.choice
            """;

    private final List<String> broken = new ArrayList<>();
    private final BenchDatabase.Kind kind;
    private BenchDatabase database;
    private BigVoteRows rows;
    private int voters;
    private long expected;
    private Connection one;
    private BenchDatabase.Stores stores;
    private CountVotes.Sources sources;
    private NestedFloods nested;

    BigVote(BenchDatabase.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return "A vote of very many, on " + kind.words();
    }

    @Override
    public void open(Settings settings) throws Exception {
        voters = settings.voters();
        database = kind.open();
        rows = new BigVoteRows(database, FLOOD, voters);
        // Before anything else: H2 closes a file that nobody has open.
        one = connection();
        if (database.isH2()) {
            // What it counted is no count: it would keep the answer for the next who asks the same.
            database.execute("set optimize_reuse_results 0");
        }
        rows.fill();
        stores = database.stores();
        sources = new CountVotes.Sources(
                stores.store(SqlProposalStore.class),
                stores.store(SqlBallotStore.class),
                stores.store(SqlDelegationStore.class));
        nested = new NestedFloods(stores, FLOOD);
        NestedFloods.fill(database, FLOOD, voters / 100);
        freeze(FLOOD);
        rows.tidy();
        expected = recount().cast();
        groupBy();
        counters();
    }

    private Connection connection() throws SQLException {
        // Numbers as numbers from the first time on, as the product reads them.
        String binary = database.isH2() ? "" : "&prepareThreshold=-1";
        Connection connection = DriverManager.getConnection(
                database.url() + binary.replace("&", database.url().contains("?") ? "&" : "?"),
                database.user(),
                database.password());
        connection.setAutoCommit(false);
        return connection;
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
        if (people() != voters) {
            broken.add("not everybody is counted once");
        }
        double opening = Math.min(opening(), Math.min(opening(), opening()));
        round.say(
                "the Flood's people counted once %.0f ms, a vote of them opened %.0f ms; everybody there is %.0f ms",
                once, opening, best(this::everybody));
        round.ratio(Goal.OPENING, opening / once);
        // H2 takes a minute or more for it, which is enough once.
        if (number == 1 || !database.isH2()) {
            double recursive = millis(this::recursive);
            round.say("recursive SQL %.0f ms", recursive);
            round.ratio(Goal.RECURSIVE, recursive / full);
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
        rows.proposal(opened);
        return millis(() -> {
            freeze(opened);
            return 1;
        });
    }

    /** Everybody who belongs to some Pool of the Flood, which are three levels below it, each once. */
    private long people() throws SQLException {
        return sum(one, """
                select count(distinct m.person_id) from (
                    select distinct low.pool_id from flood_pool top
                    join flood_pool mid on mid.flood_id = top.pool_id and mid.left_at is null
                    join flood_pool low on low.flood_id = mid.pool_id and low.left_at is null
                    where top.flood_id = ? and top.left_at is null) p
                join membership m on m.pool_id = p.pool_id and m.left_version is null
                """, 1);
    }

    /** Everybody who belongs to any Pool at all, without asking which: it spares the database half of the work. */
    private long everybody() throws SQLException {
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
        return new ReadProposals(
                clock,
                sources.proposals(),
                new CountVotes(clock, sources, rosters, none),
                new TwoVotes(SampleBylaws.changes(stores::store, clock)));
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
