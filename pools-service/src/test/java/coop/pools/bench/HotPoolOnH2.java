package coop.pools.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Signed webhooks over HTTP into one hot Pool on an H2 file, beside a plain SQL ledger that syncs each commit. */
final class HotPoolOnH2 implements Scenario {
    private static final int WARM_UPS = 4;

    private final List<String> broken = new ArrayList<>();
    private Settings settings;
    private BenchDatabase plainDatabase;
    private BenchDatabase database;
    private SevenStatements plain;
    private HotBook book;
    private OwnProcess pools;
    private double lastRate;
    private double lastCpu;

    @Override
    public String name() {
        return "Webhooks into one hot Pool, on H2";
    }

    @Override
    public void open(Settings chosen) throws Exception {
        settings = chosen;
        plainDatabase = BenchDatabase.h2();
        plain = new SevenStatements(plainDatabase, settings.clients());
        plain.perSecond(3);
        database = BenchDatabase.h2();
        pools = OwnProcess.pools(database);
        book = new HotBook(database);
        WarmUp.of(pools, () -> lastRate = webhooks(settings.warm() / WARM_UPS).perSecond());
    }

    @Override
    public void round(int number, Round round) throws Exception {
        double plainRate = plain.perSecond(settings.seconds());
        round.say("plain SQL, %d clients, commit and sync each: %,9.0f/s", settings.clients(), plainRate);
        Load ours = webhooks((int) (lastRate * settings.seconds()));
        lastRate = ours.perSecond();
        round.say(
                "webhooks, %d connections: %,8.0f/s, p50 %.1f ms, p99 %.1f ms, app and database %.0f us each",
                settings.connections(),
                ours.perSecond(),
                ours.percentile(0.5) / 1e3,
                ours.percentile(0.99) / 1e3,
                lastCpu);
        round.ratio(Goal.G6, ours.perSecond() / plainRate);
    }

    private Load webhooks(int count) throws Exception {
        Iterator<ByteBuffer> requests = SignedWebhooks.requests(book.begin(count));
        double before = pools.cpu();
        Load load = LoadClient.run(pools.port(), settings.connections(), 300, requests);
        lastCpu = (pools.cpu() - before) / load.answers();
        if (load.failed() > 0) {
            broken.add(load.failed() + " answers were not a 2xx");
        }
        return load;
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
        if (pools != null) {
            pools.close();
        }
        if (database != null) {
            database.close();
        }
        plainDatabase.close();
    }
}
