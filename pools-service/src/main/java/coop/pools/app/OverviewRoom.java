package coop.pools.app;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.exit.ReadExits;
import coop.pools.flood.ReadFloods;
import coop.pools.governance.ReadProposals;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.web.BookWords;
import coop.pools.notify.ReadNotices;
import coop.pools.overview.Directory;
import coop.pools.overview.ReadHome;
import coop.pools.overview.ReadPoolOverview;
import coop.pools.overview.ReadTreasury;
import coop.pools.overview.web.HomePages;
import coop.pools.overview.web.PoolPages;
import coop.pools.overview.web.PoolsApi;
import coop.pools.overview.web.TreasuryPages;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.recurring.ReadRecurring;
import coop.pools.round.ReadRounds;
import coop.pools.treasury.ReadUnderWay;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** The pages that span features: the front page and a Pool whole. */
final class OverviewRoom {
    final PoolsApi api;
    private final Foundation foundation;
    private final Directory directory;
    private final ReadHome home;
    private final ReadNotices notices;
    private final ReadTreasury treasury;
    private final ReadPoolOverview overviews;

    /** What is known of card money. */
    record Cards(ReadRecurring recurring, ReadUnderWay underWay, ReadExits exits, ReadRounds rounds) {}

    OverviewRoom(
            Foundation foundation,
            Directory directory,
            LedgerRoom books,
            Cards cards,
            ReadBylaws bylaws,
            ReadProposals proposals,
            ReadFloods floods,
            ReadNotices notices,
            ReadTreasury treasury) {
        this.foundation = foundation;
        this.directory = directory;
        this.notices = notices;
        this.treasury = treasury;
        Ledger ledger = books.ledger;
        ReadBook reader = books.readBook;
        home = new ReadHome(directory, ledger, proposals, floods);
        overviews = new ReadPoolOverview(
                directory,
                new ReadPoolOverview.Books(
                        ledger,
                        reader,
                        books.freezes,
                        cards.recurring(),
                        cards.underWay(),
                        cards.exits(),
                        cards.rounds()),
                bylaws,
                proposals,
                floods);
        api = new PoolsApi(home, overviews);
    }

    void register(JerseyEnvironment jersey, ReadReconciliation reconciliation, BookWords words) {
        jersey.register(api);
        jersey.register(new HomePages(foundation.pages(), home, notices));
        jersey.register(new TreasuryPages(foundation.pages(), treasury, words));
        jersey.register(new PoolPages(foundation.pages(), overviews, directory, reconciliation, foundation.clock()));
    }
}
