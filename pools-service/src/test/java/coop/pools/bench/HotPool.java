package coop.pools.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signed webhooks over HTTP into one hot Pool on PostgreSQL, beside a plain SQL ledger and bare hellos. */
final class HotPool implements Scenario {
    private static final int WARM_UPS = 4;
    private static final double PEER_BYTES = 1538;
    /** What pgledger does of the plain ledger's rate on a hot account: 665 of 2,369 a second on one machine. */
    private static final double PGLEDGER = 0.28;

    private static final String BYTES = """
            select sum(pg_total_relation_size(c.oid)) from pg_class c
            where c.relname in ('book', 'account', 'transfer', 'memo', 'payment_event'%s)
            """;

    private final List<String> broken = new ArrayList<>();
    private Settings settings;
    private BenchDatabase database;
    private OwnProcess pools;
    private OwnProcess hello;
    private SevenStatements plain;
    private HotBook book;
    private double lastRate;

    @Override
    public String name() {
        return "Webhooks into one hot Pool, on PostgreSQL";
    }

    @Override
    public void open(Settings chosen) throws Exception {
        settings = chosen;
        database = BenchDatabase.postgresql();
        pools = OwnProcess.pools(database);
        hello = OwnProcess.hello();
        book = new HotBook(database);
        plain = new SevenStatements(database, settings.clients());
        plain.perSecond(2);
        WarmUp.of(
                hello,
                () -> LoadClient.run(
                        hello.port(), settings.connections(), 300, SignedWebhooks.hellos(settings.warm())));
        WarmUp.of(pools, () -> lastRate = webhooks(settings.warm() / WARM_UPS).perSecond());
    }

    @Override
    public void round(int number, Round round) throws Exception {
        double before = database.cpu();
        double plainRate = plain.perSecond(settings.seconds());
        double plainCpu = (database.cpu() - before) / (plainRate * settings.seconds());
        round.say("plain SQL, %d clients:   %,9.0f/s, database %.0f us each", settings.clients(), plainRate, plainCpu);

        // Before and after, since the machine's pace may change from one to the next.
        double helloBefore = hellos(round);
        int count = (int) (lastRate * settings.seconds());
        List<java.util.UUID> begun = book.begin(count);
        database.execute("checkpoint");
        long events = bytes("");
        long everything = bytes(", 'contribution'");
        double appBefore = pools.cpu();
        double databaseBefore = database.cpu();
        Load ours = checked(LoadClient.run(
                pools.port(), settings.connections(), 60 + 10 * settings.seconds(), SignedWebhooks.requests(begun)));
        lastRate = ours.perSecond();
        double grown = (double) (bytes("") - events) / count;
        round.say(
                "webhooks, %d connections: %,8.0f/s, p50 %.1f ms, p99 %.1f ms, app %.0f us, database %.0f us each",
                settings.connections(),
                ours.perSecond(),
                ours.percentile(0.5) / 1e3,
                ours.percentile(0.99) / 1e3,
                (pools.cpu() - appBefore) / ours.answers(),
                (database.cpu() - databaseBefore) / ours.answers());
        round.say(
                "bytes each: %.0f for event and entries, %.0f with what the contribution's own row grew by",
                grown, (double) (bytes(", 'contribution'") - everything) / count);

        double helloAfter = hellos(round);
        round.say(
                "which is %.1f times the plain ledger, and %.1f times pgledger as it was measured beside it",
                ours.perSecond() / plainRate, ours.perSecond() / plainRate / PGLEDGER);
        round.ratio(Goal.G1, ours.perSecond() / plainRate / PGLEDGER);
        round.ratio(Goal.G2, 2 * ours.perSecond() / (helloBefore + helloAfter));
        round.ratio(Goal.G4, (double) ours.percentile(0.99) / ours.percentile(0.5));
        round.ratio(Goal.G19, grown / PEER_BYTES);
    }

    private double hellos(Round round) throws Exception {
        double cpu = hello.cpu();
        Load hellos = LoadClient.run(
                hello.port(),
                settings.connections(),
                (settings.seconds() + 1) / 2,
                SignedWebhooks.hellos(Integer.MAX_VALUE));
        round.say(
                "hello, %d connections:    %,8.0f/s, app %.0f us each",
                settings.connections(), hellos.perSecond(), (hello.cpu() - cpu) / hellos.answers());
        return hellos.perSecond();
    }

    private Load webhooks(int count) throws Exception {
        return checked(
                LoadClient.run(pools.port(), settings.connections(), 300, SignedWebhooks.requests(book.begin(count))));
    }

    private Load checked(Load load) {
        if (load.failed() > 0) {
            broken.add(load.failed() + " answers were not a 2xx");
        }
        return load;
    }

    private long bytes(String more) throws Exception {
        return database.number(BYTES.formatted(more));
    }

    @Override
    public List<String> broken() throws Exception {
        broken.addAll(book.broken());
        if (!plain.isBalanced()) {
            broken.add("the plain ledger is not balanced");
        }
        return broken;
    }

    @Override
    public void close() throws IOException {
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
