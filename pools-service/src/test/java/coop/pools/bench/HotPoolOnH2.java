package coop.pools.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signed webhooks over HTTP into one hot Pool on an H2 file, beside a plain SQL ledger that syncs each commit. */
final class HotPoolOnH2 implements Scenario {
    private final List<String> broken = new ArrayList<>();
    private Settings settings;
    private BenchDatabase plainDatabase;
    private BenchDatabase database;
    private SevenStatements plain;
    private HotBook book;
    private double lastRate;

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
        book = new HotBook(database);
        lastRate = 4000;
    }

    /** An H2 file belongs to one process at a time: contributions are begun here, then the server is started anew. */
    @Override
    public void round(int number, Round round) throws Exception {
        double plainRate = plain.perSecond(settings.seconds());
        round.say("plain SQL, %d clients, commit and sync each: %,9.0f/s", settings.clients(), plainRate);
        List<java.util.UUID> warmUp = book.begin(settings.warm());
        List<java.util.UUID> begun = book.begin((int) (lastRate * settings.seconds()));
        try (OwnProcess pools = OwnProcess.pools(database)) {
            LoadClient.run(pools.port(), settings.connections(), 300, SignedWebhooks.requests(warmUp));
            double before = pools.cpu();
            Load ours = LoadClient.run(pools.port(), settings.connections(), 300, SignedWebhooks.requests(begun));
            lastRate = ours.perSecond();
            if (ours.failed() > 0) {
                broken.add(ours.failed() + " answers were not a 2xx");
            }
            round.say(
                    "webhooks, %d connections: %,8.0f/s, p50 %.1f ms, p99 %.1f ms, app and database %.0f us each",
                    settings.connections(),
                    ours.perSecond(),
                    ours.percentile(0.5) / 1e3,
                    ours.percentile(0.99) / 1e3,
                    (pools.cpu() - before) / ours.answers());
            round.ratio(Goal.G6, ours.perSecond() / plainRate);
        }
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
        plainDatabase.close();
        database.close();
    }
}
