package coop.pools.bench;

import coop.pools.kernel.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Ballots of many members on one proposal of a Pool of very many, on one of a Flood of as many in nested Floods, and on
 * many of a Pool of a hundred, over HTTP with tokens, durable, beside bare hellos.
 */
final class ManyBallots implements Scenario {
    private static final UUID POOL = new UUID(8, 7);
    private static final UUID SMALL = new UUID(8, 6);
    private static final UUID FLOOD = new UUID(8, 8);
    private static final int A_FEW = 100;
    private static final int MOST_CAST = 20_000;
    /** Servers warm up in at most so many pieces; those of ballots are so much smaller than a round. */
    private static final int WARM_UP = 10;

    private final List<String> broken = new ArrayList<>();
    private final BenchDatabase.Kind kind;
    private Settings settings;
    private BenchDatabase database;
    private OwnProcess pools;
    private OwnProcess hello;
    private BenchDatabase.Stores stores;
    private NestedFloods nested;
    private int members;
    private long cast;

    ManyBallots(BenchDatabase.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return "Ballots on one proposal, on " + kind.words();
    }

    @Override
    public void open(Settings chosen) throws Exception {
        settings = chosen;
        members = Math.min(MOST_CAST, settings.voters());
        database = kind.open();
        MadeIds.in(database);
        fill();
        pools = OwnProcess.pools(database);
        hello = OwnProcess.hello();
        stores = database.stores();
        nested = new NestedFloods(stores, FLOOD);
        WarmUp.of(
                hello,
                WARM_UP,
                () -> LoadClient.run(
                        hello.port(), settings.connections(), 300, SignedWebhooks.hellos(settings.warm())));
        WarmUp.of(pools, WARM_UP, () -> {
            voteInPool(members / WARM_UP);
            voteInFlood(members / WARM_UP);
            voteAmongFew(members / WARM_UP);
        });
    }

    private void fill() throws Exception {
        // H2 closes a file that nobody has open.
        try (Connection open = database.connect()) {
            fill(open);
        }
    }

    private void fill(Connection connection) throws Exception {
        database.execute(
                "insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)"
                        + " values ('"
                        + POOL + "', 'big', 'Big', 'EUR', 'una', 'x', 'x', 1, now())");
        database.execute(
                "insert into person (id, name, created_at) select id_of('p', i), 'P', now() from generate_series(1, "
                        + settings.voters() + ") as g(i)");
        database.execute(
                "insert into membership (pool_id, person_id, joined_version, left_version, number, joined_at, left_at)"
                        + " select '"
                        + POOL
                        + "', id_of('p', i), 1, null, i, now(), null from generate_series(1, " + settings.voters()
                        + ") as g(i)");
        fillPools();
        try (PreparedStatement token = connection.prepareStatement(
                "insert into api_token (id, token_hash, person_id, name, scopes, made_at, expires_at, revoked_at)"
                        + " values (id_of('t', ?), ?, id_of('p', ?), 'bench', 'read vote', now(), now() + interval '1' day, null)")) {
            for (int member = 1; member <= members; member++) {
                token.setLong(1, member);
                token.setBytes(2, Secrets.hash(token(member)));
                token.setLong(3, member);
                token.addBatch();
            }
            token.executeBatch();
        }
        database.execute(database.isH2() ? "analyze" : "vacuum analyze");
    }

    /** A hundred of them in a Pool of their own, and all in a hundredth as many Pools of nested Floods. */
    private void fillPools() throws Exception {
        int pools = Math.max(10, settings.voters() / 100);
        String pool = "insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version,"
                + " created_at) ";
        database.execute(pool + "values ('" + SMALL + "', 'small', 'Small', 'EUR', 'una', 'x', 'y', 1, now())");
        database.execute(pool + "select id_of('pool', i), 'p' || i, 'P', 'EUR', 'una', 'x', cast(i as varchar), 1,"
                + " now() from generate_series(0, " + (pools - 1) + ") as g(i)");
        String stay = "insert into membership (pool_id, person_id, joined_version, left_version, number, joined_at,"
                + " left_at) select ";
        String rest = ", id_of('p', i), 1, null, i, now(), null from generate_series(1, ";
        database.execute(stay + "'" + SMALL + "'" + rest + A_FEW + ") as g(i)");
        database.execute(stay + "id_of('pool', i % " + pools + ")" + rest + settings.voters() + ") as g(i)");
        NestedFloods.fill(database, FLOOD, pools);
    }

    private static String token(int member) {
        return "bench-token-of-member-number-" + member;
    }

    private Load voteInPool(int voters) throws Exception {
        UUID proposal = UUID.randomUUID();
        database.execute(proposal(proposal, "pool", POOL, settings.voters()) + part(proposal, POOL));
        return vote(List.of(proposal), voters);
    }

    private Load voteInFlood(int voters) throws Exception {
        UUID proposal = UUID.randomUUID();
        database.execute(proposal(proposal, "flood", FLOOD, settings.voters()));
        if (nested.open(proposal) != settings.voters()) {
            broken.add("not everybody is counted once");
        }
        return vote(List.of(proposal), voters);
    }

    private Load voteAmongFew(int voters) throws Exception {
        List<UUID> few = new ArrayList<>();
        StringBuilder opened = new StringBuilder();
        for (int i = 0; i < voters / A_FEW; i++) {
            UUID proposal = UUID.randomUUID();
            few.add(proposal);
            opened.append(proposal(proposal, "pool", SMALL, A_FEW)).append(part(proposal, SMALL));
        }
        database.execute(opened.toString());
        return vote(few, A_FEW);
    }

    private static String part(UUID proposal, UUID pool) {
        return "insert into electorate_part (proposal_id, pool_id, roster_version) values ('" + proposal + "', '" + pool
                + "', 1);";
    }

    private static String proposal(UUID id, String kind, UUID body, int electorate) {
        return "insert into proposal (id, body_kind, body_id, author, title, markdown, action_type,"
                + " action_json, created_at, opens_at, next_step, next_step_at, opened_at, closes_at, electorate,"
                + " threshold_bp, threshold_base, quorum_bp, quorum_people, discuss_hours, vote_hours, cooling_hours)"
                + " values ('" + id + "', '" + kind + "', '" + body
                + "', id_of('p', 1), 'T', '', 'statement', '{}', now(),"
                + " now(), 'close', now() + interval '5' day, now(), now() + interval '5' day, " + electorate
                + ", 5000, 'CAST', 2000, 3, 0, 120, 0);"
                + "insert into ballot_counter (proposal_id, agree, disagree, abstain, blocks) values ('" + id
                + "', 0, 0, 0, 0);";
    }

    private static ByteBuffer request(UUID proposal, int member) {
        String body = "{\"choice\":\"" + (member % 3 == 0 ? "disagree" : "agree") + "\"}";
        String request = "PUT /api/v1/proposals/" + proposal + "/ballot HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + token(member) + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }

    private Load vote(List<UUID> proposals, int voters) throws Exception {
        List<ByteBuffer> requests = new ArrayList<>();
        for (UUID proposal : proposals) {
            for (int member = 1; member <= voters; member++) {
                requests.add(request(proposal, member));
            }
        }
        Iterator<ByteBuffer> each = requests.iterator();
        Load load = LoadClient.run(pools.port(), settings.connections(), 600, each);
        cast += (long) proposals.size() * voters;
        if (load.failed() > 0) {
            broken.add(load.failed() + " ballots were not answered with a 2xx");
        }
        return load;
    }

    /** Bare hellos before and after each part, since the machine's pace may change from one to the next. */
    @Override
    public void round(int number, Round round) throws Exception {
        // In turn the first and the last: the server gets faster all the time.
        boolean fewFirst = number % 2 == 0;
        double before = hellos(round);
        Part few = fewFirst ? amongFew(round, before) : null;
        Part ballots = part(round, "in one Pool", few == null ? before : few.after(), () -> voteInPool(members));
        Part flood = part(round, "in nested Floods", ballots.after(), () -> voteInFlood(members));
        Part small = few == null ? amongFew(round, flood.after()) : few;
        round.ratio(Goal.G12, ballots.ofHellos());
        round.ratio(Goal.G12_FLOOD, flood.ofHellos());
        round.ratio(Goal.G12_SIZE, ballots.ofHellos() / small.ofHellos());
    }

    /** How many ballots and hellos a second. */
    private record Part(double before, double ballots, double after) {
        double ofHellos() {
            return 2 * ballots / (before + after);
        }
    }

    private Part amongFew(Round round, double before) throws Exception {
        return part(round, "among a hundred", before, () -> voteAmongFew(members));
    }

    private Part part(Round round, String where, double before, Voting voting) throws Exception {
        double ballots = said(round, where, voting).perSecond();
        return new Part(before, ballots, hellos(round));
    }

    private double hellos(Round round) throws Exception {
        double cpu = hello.cpu();
        Load hellos = LoadClient.run(
                hello.port(),
                settings.connections(),
                (settings.seconds() + 2) / 3,
                SignedWebhooks.hellos(Integer.MAX_VALUE));
        round.say("hello: %,8.0f/s, app %.0f us each", hellos.perSecond(), (hello.cpu() - cpu) / hellos.answers());
        return hellos.perSecond();
    }

    private interface Voting {
        Load run() throws Exception;
    }

    private Load said(Round round, String where, Voting voting) throws Exception {
        double app = pools.cpu();
        double databaseCpu = database.cpu();
        Load ballots = voting.run();
        round.say(
                "ballots %s: %,8.0f/s, p50 %.1f ms, p99 %.1f ms, app %.0f us, database %.0f us each",
                where,
                ballots.perSecond(),
                ballots.percentile(0.5) / 1e3,
                ballots.percentile(0.99) / 1e3,
                (pools.cpu() - app) / ballots.answers(),
                (database.cpu() - databaseCpu) / ballots.answers());
        return ballots;
    }

    @Override
    public List<String> broken() throws Exception {
        if (database.number("select count(*) from ballot") != cast) {
            broken.add("not every ballot is there once");
        }
        if (database.number("select sum(agree + disagree + abstain) from ballot_counter") != cast) {
            broken.add("the counters do not say what was cast");
        }
        return broken;
    }

    @Override
    public void close() throws IOException {
        if (stores != null) {
            stores.close();
        }
        if (hello != null) {
            hello.close();
        }
        if (pools != null) {
            pools.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
