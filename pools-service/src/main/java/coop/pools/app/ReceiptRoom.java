package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.receipt.KeepReceipts;
import coop.pools.receipt.ReadReceipts;
import coop.pools.receipt.ReceiptStore;
import coop.pools.receipt.sql.SqlReceiptStore;
import coop.pools.receipt.web.ReceiptFiles;
import coop.pools.receipt.web.ReceiptPages;
import coop.pools.receipt.web.ReceiptsApi;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Files that show what money is for. */
final class ReceiptRoom {
    final KeepReceipts keep;
    final ReadReceipts read;

    ReceiptRoom(Foundation foundation, Bodies bodies) {
        ReceiptStore store = foundation.store(SqlReceiptStore.class);
        keep = new KeepReceipts(store, foundation.ids(), foundation.clock());
        read = new ReadReceipts(store, bodies);
    }

    void register(JerseyEnvironment jersey) {
        ReceiptFiles files = new ReceiptFiles(read);
        jersey.register(new ReceiptPages(files));
        jersey.register(new ReceiptsApi(files));
    }
}
