package coop.pools.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The rows of {@link BigVote}: people, Pools, memberships, ballots and delegations, written by SQL that both databases read. */
final class BigVoteRows {
    private static final String COLUMNS =
            "insert into proposal (id, body_kind, body_id, author, title, markdown, action_type,"
                    + " action_json, created_at, opens_at, opened_at, closes_at, threshold_bp, threshold_base, quorum_bp,"
                    + " quorum_people, discuss_hours, vote_hours, cooling_hours, delegates, pools_bp, electorate) ";
    private static final String BALLOT =
            "insert into ballot (proposal_id, person_id, revision, choice, reason, cast_at) select ";
    /** Four in ten agree and five disagree, in no order; one in ten abstains. */
    private static final String CHOICE =
            "(array['agree','disagree','abstain'])[1 + case when i % 10 = 9 then 2 else i % 10007 * 7919 % 10007 % 2 end]";

    private final BenchDatabase database;
    private final UUID flood;
    private final int voters;
    private final int pools;

    BigVoteRows(BenchDatabase database, UUID flood, int voters) {
        this.database = database;
        this.flood = flood;
        this.voters = voters;
        pools = voters / 100;
    }

    void fill() throws SQLException {
        MadeIds.in(database);
        people();
        votesOfPools();
        voteOfTheFlood();
        delegations();
        database.execute("analyze");
    }

    private void people() throws SQLException {
        database.execute("insert into person (id, name, created_at) select " + person("i") + ", 'P', now()"
                + numbers(0, voters - 1, 1));
        database.execute(
                "insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)"
                        + " select id_of('pool', i), 'p' || i, 'P', 'EUR', 'una', 'x',"
                        + " cast(i as varchar), 1, now()" + numbers(0, pools - 1, 1));
        database.execute(belongs("i % " + pools, "i") + everybody());
        // One in ten is in two Pools.
        database.execute(belongs("(i + 1) % " + pools, "i + " + voters) + numbers(0, voters - 1, 10));
    }

    private static String belongs(String pool, String number) {
        return "insert into membership (pool_id, person_id, joined_version, left_version, number, joined_at, left_at)"
                + " select id_of('pool', " + pool + "), " + person("i") + ", 1, null, " + number
                + ", now(), null";
    }

    private void votesOfPools() throws SQLException {
        database.execute(COLUMNS + "select id_of('pool', i), 'pool', id_of('pool', i), id_of('a', 0), 'T',"
                + " '', 'statement', '{}', now(), now(), now(), now(), 5000, 'CAST', 2000, 3, 0, 120, 0, false, null, 1000"
                + numbers(0, pools - 1, 1));
        database.execute(BALLOT + "id_of('pool', i % " + pools + "), " + person("i") + ", 1, " + CHOICE + ", '', now()"
                + everybody());
        database.execute("insert into ballot_counter (proposal_id, agree, disagree, abstain, blocks)"
                + " select proposal_id, count(*) filter (where choice = 'agree'),"
                + " count(*) filter (where choice = 'disagree'), count(*) filter (where choice = 'abstain'), 0"
                + " from ballot group by proposal_id");
    }

    /** Three in ten vote themselves, one in three of them twice. */
    private void voteOfTheFlood() throws SQLException {
        proposal(flood);
        String ballot = BALLOT + "'" + flood + "', " + person("i");
        database.execute(ballot + ", 1, " + CHOICE + ", '', now()" + numbers(0, direct() - 1, 1));
        database.execute(ballot + ", 2, " + CHOICE + ", '', now()" + numbers(0, direct() - 1, 3));
    }

    /** A vote of the Flood of all Pools. */
    void proposal(UUID id) throws SQLException {
        database.execute(COLUMNS + "values ('" + id + "', 'flood', '" + flood + "', id_of('a', 0), 'T', '',"
                + " 'statement', '{}', now(), now(), now(), now(), 5000, 'CAST', 2000, 3, 0, 120, 0, true, 5000, "
                + voters + ")");
    }

    /** Six in ten name a delegate, twenty after each other; one in a hundred stands in a circle of three. */
    private void delegations() throws SQLException {
        int first = direct();
        String delegate = "case when i < " + (first + voters / 100) + " then "
                + person("(i - (i - " + first + ") % 3 + ((i - " + first + ") % 3 + 1) % 3)")
                + " when (i - " + first + ") % 20 = 0 then " + person("(i % " + first + ")") + " else "
                + person("(i - 1)") + " end";
        database.execute(
                "insert into delegation (body_id, topic, person_id, revision, delegate_id, given_at, expires_at)"
                        + " select '" + flood + "', 'all', " + person("i") + ", 1, " + delegate
                        + ", now() - interval '1' day, now() + interval '1' year"
                        + numbers(first, voters * 9 / 10 - 1, 1));
    }

    private int direct() {
        return voters * 3 / 10;
    }

    private static String person(String number) {
        return "id_of('p', " + number + ")";
    }

    /** In the order in which they came; on H2, which writes whole pages, Pool by Pool. */
    private String everybody() {
        return database.isH2()
                ? " from (select p.j + m.k * " + pools + " as i from generate_series(0, " + (pools - 1)
                        + ") as p(j) cross join generate_series(0, " + (voters / pools - 1) + ") as m(k)) as g"
                : numbers(0, voters - 1, 1);
    }

    private static String numbers(int from, int to, int step) {
        return " from generate_series(" + from + ", " + to + ", " + step + ") as g(i)";
    }

    /** As a database that runs for a while does by itself. */
    void tidy() throws SQLException {
        if (database.isH2()) {
            database.execute("analyze");
            database.execute("checkpoint sync");
            return;
        }
        for (String table : List.of("ballot", "membership", "delegation", "electorate_part", "electorate_seat")) {
            database.execute("vacuum analyze " + table);
        }
        database.execute("checkpoint");
    }
}
