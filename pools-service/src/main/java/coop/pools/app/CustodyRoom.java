package coop.pools.app;

import coop.pools.bylaws.AmendBylaws;
import coop.pools.custody.BringMoneyHome;
import coop.pools.custody.ChooseCustody;
import coop.pools.custody.CustodyActionCheck;
import coop.pools.custody.CustodyDesk;
import coop.pools.custody.CustodyStore;
import coop.pools.custody.CustodyWords;
import coop.pools.custody.FloodSeats;
import coop.pools.custody.HeldMoney;
import coop.pools.custody.NameSteward;
import coop.pools.custody.OpenAccount;
import coop.pools.custody.ReadCustody;
import coop.pools.custody.ReadFloodStewards;
import coop.pools.custody.ReadSettlements;
import coop.pools.custody.ReadStewards;
import coop.pools.custody.StewardActionCheck;
import coop.pools.custody.StewardPlaces;
import coop.pools.custody.StewardStore;
import coop.pools.custody.WatchAccounts;
import coop.pools.custody.WaysIn;
import coop.pools.custody.domain.CustodyMode;
import coop.pools.custody.sql.SqlCustodyStore;
import coop.pools.custody.sql.SqlStewardStore;
import coop.pools.custody.web.CustodyApi;
import coop.pools.custody.web.CustodyPages;
import coop.pools.custody.web.CustodyShowing;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.ledger.Ledger;
import coop.pools.membership.ReadMembers;
import coop.pools.payout.domain.Payout;
import coop.pools.reconciliation.OwnAccounts;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.UUID;

/** Who holds Pools' money, and who carries payments out. */
final class CustodyRoom {
    final ReadCustody read;
    final ReadStewards readStewards;
    final ReadFloodStewards floodStewards;
    final ChooseCustody choose;
    final NameSteward nameSteward;
    final CustodyActionCheck actionCheck;
    final StewardActionCheck stewardCheck;
    final StewardPlaces places;
    final WatchAccounts watch;
    final BringMoneyHome bringHome;
    private final Foundation foundation;
    private final OpenAccount open;
    private final Bodies bodies;
    private final HeldMoney held;
    private final ReadSettlements settlements;

    /** Who belongs to Pools, and what the stewards of Floods hang on. */
    record Seats(ReadMembers members, FloodSeats floods) {}

    CustodyRoom(
            Foundation foundation,
            Bodies bodies,
            Seats seats,
            PaymentProcessor processor,
            HeldMoney held,
            WaysIn waysIn,
            BylawsRoom bylaws,
            Ledger ledger) {
        this.foundation = foundation;
        this.bodies = bodies;
        AmendBylaws amend = bylaws.amend;
        CustodyStore store = foundation.store(SqlCustodyStore.class);
        StewardStore terms = foundation.store(SqlStewardStore.class);
        CustodyWords words = new CustodyWords(foundation.pages().settings().custodian());
        CustodyDesk desk = new CustodyDesk(foundation.transactions(), store, words, foundation.clock());
        read = new ReadCustody(store, words);
        ReadMembers members = seats.members();
        readStewards = new ReadStewards(terms, members, foundation.clock());
        floodStewards = new ReadFloodStewards(terms, readStewards, seats.floods(), foundation.clock());
        actionCheck = new CustodyActionCheck(store);
        places = new StewardPlaces(readStewards, floodStewards, bylaws.read, foundation.clock());
        stewardCheck = new StewardActionCheck(places, floodStewards, members);
        choose = new ChooseCustody(desk, actionCheck, held, amend);
        nameSteward = new NameSteward(foundation.transactions(), terms, stewardCheck, places, foundation.clock());
        open = new OpenAccount(desk, readStewards, bodies, processor, foundation.publicUrl());
        watch = new WatchAccounts(desk, processor, held, waysIn, amend);
        bringHome = new BringMoneyHome(desk, read, ledger);
        settlements = new ReadSettlements(ledger);
        this.held = held;
    }

    /** Pools that are charged on an account of their own. */
    List<OwnAccounts.Own> ownAccounts() {
        return read.ofTheirOwn().stream()
                .map(own -> new OwnAccounts.Own(
                        own.pool(), own.accountId().orElseThrow(), own.state().isOwn()))
                .toList();
    }

    /** The accounts that Pools have, or had, of their own, in no particular order. */
    List<String> accounts() {
        return ownAccounts().stream().map(OwnAccounts.Own::account).toList();
    }

    /** Who carries a body's payouts out from now on; the money of Floods is always the operator's to send. */
    Payout.Way wayOf(BodyRef body) {
        boolean own = body.kind() == BodyRef.Kind.POOL && read.mode(body.id()) == CustodyMode.OWN;
        return own ? Payout.Way.STEWARDS : Payout.Way.PROCESSOR;
    }

    List<UUID> stewardsOf(BodyRef body) {
        return body.kind() == BodyRef.Kind.POOL
                ? readStewards.of(body.id())
                : floodStewards.of(body.id()).people();
    }

    void register(JerseyEnvironment jersey, ReadPeople people, String defaultCountry) {
        CustodyShowing showing =
                new CustodyShowing(new CustodyShowing.Money(read, held, settlements), readStewards, bodies, people);
        jersey.register(new CustodyApi(showing, open));
        jersey.register(new CustodyPages(foundation.pages(), showing, open, watch, defaultCountry));
    }
}
