package coop.pools.app;

import coop.pools.commons.ChangeShare;
import coop.pools.commons.CommonsPlan;
import coop.pools.commons.CommonsStore;
import coop.pools.commons.DividePlatformPart;
import coop.pools.commons.OpenCommonsBooks;
import coop.pools.commons.PublishSchedule;
import coop.pools.commons.ReadCommons;
import coop.pools.commons.sql.SqlCommonsStore;
import coop.pools.commons.web.CommonsApi;
import coop.pools.commons.web.CommonsPages;
import coop.pools.flood.OpenCommons;
import coop.pools.ledger.Ledger;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.UUID;
import java.util.function.Predicate;

/** The operator's fee and the tips, and what of them is under the control of all Pools. */
final class CommonsRoom {
    final DividePlatformPart platformPart;
    final ChangeShare changeShare;
    private final Foundation foundation;
    private final CommonsPlan plan;
    private final CommonsStore store;
    private final Ledger ledger;

    CommonsRoom(
            Foundation foundation,
            CommonsPlan plan,
            OpenCommons openCommons,
            Ledger ledger,
            Predicate<UUID> ownAccount) {
        this.foundation = foundation;
        this.plan = plan;
        this.ledger = ledger;
        store = foundation.store(SqlCommonsStore.class);
        OpenCommonsBooks books =
                new OpenCommonsBooks(foundation.transactions(), store, openCommons, ledger, foundation.clock());
        platformPart = new DividePlatformPart(plan, store, books, ownAccount, foundation.clock());
        changeShare = new ChangeShare(foundation.transactions(), store, foundation.clock());
        if (plan.isOn()) {
            new PublishSchedule(foundation.transactions(), store, foundation.clock()).publish(plan.share());
            books.openAll(plan.operator());
        }
    }

    void register(JerseyEnvironment jersey, ReadCommons.Around around) {
        ReadCommons read = new ReadCommons(plan, store, ledger, around, foundation.clock());
        jersey.register(new CommonsApi(read));
        jersey.register(new CommonsPages(foundation.pages(), read, foundation.clock()));
    }
}
