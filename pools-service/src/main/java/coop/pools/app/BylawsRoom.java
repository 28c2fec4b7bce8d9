package coop.pools.app;

import coop.pools.bylaws.AcceptBylaws;
import coop.pools.bylaws.AdoptBylaws;
import coop.pools.bylaws.AmendBylaws;
import coop.pools.bylaws.BylawsStore;
import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.Editions;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.Rules;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.bylaws.sql.SqlFirstVoteStore;
import coop.pools.treasury.GivingRules;

/** The texts, and which of them each body has adopted. */
final class BylawsRoom {
    final Editions editions = Editions.load();
    final ReadBylaws read;
    final AdoptBylaws adopt;
    final AmendBylaws amend;
    final ChangeRules changes;
    final AcceptBylaws accept;
    final GivingRules.OfPool givingRules;

    BylawsRoom(Foundation foundation) {
        BylawsStore store = foundation.store(SqlBylawsStore.class);
        read = new ReadBylaws(store, editions);
        adopt = new AdoptBylaws(store, foundation.clock());
        amend = new AmendBylaws(store, editions, foundation.clock());
        changes = new ChangeRules(amend, read, foundation.store(SqlFirstVoteStore.class), foundation.clock());
        givingRules = pool -> giving(read.rules(pool));
        accept = new AcceptBylaws(store, foundation.clock());
    }

    private static GivingRules giving(Rules rules) {
        return new GivingRules(rules.refundWindow(), rules.spendsPending(), rules.giverBearsFees());
    }
}
