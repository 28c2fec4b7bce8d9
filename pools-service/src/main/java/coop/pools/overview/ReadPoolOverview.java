package coop.pools.overview;

import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.exit.ReadExits;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.CostOfAccounting;
import coop.pools.pool.domain.Pool;
import coop.pools.recurring.ReadRecurring;
import coop.pools.round.ReadRounds;
import coop.pools.treasury.ReadUnderWay;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads all that a Pool's page shows. It is public. */
public final class ReadPoolOverview {
    private static final int MOST_RUNNING = 20;
    private static final int LATEST = 5;
    private static final int MOST_DISPUTES = 20;

    private final Directory directory;
    private final Books books;
    private final ReadBylaws bylaws;
    private final ReadProposals proposals;
    private final ReadFloods floods;

    public ReadPoolOverview(
            Directory directory, Books books, ReadBylaws bylaws, ReadProposals proposals, ReadFloods floods) {
        this.directory = directory;
        this.books = books;
        this.bylaws = bylaws;
        this.proposals = proposals;
        this.floods = floods;
    }

    /** The overview of one Pool; NOT_FOUND is refused. */
    public PoolOverview of(String slug) {
        Pool pool = directory.pools().bySlug(slug);
        BylawsVersion version = bylaws.current(pool.id());
        Currency currency = Currency.getInstance(pool.currency());
        Map<Flood, PoolInFlood> inFloods = floods.ofPool(pool.id());
        Map<String, Money> accounts = books.ledger().accountBalances(pool.id());
        return new PoolOverview(
                pool,
                books.ledger().balances(pool.id()),
                directory.members().count(pool.id()),
                bylaws.rules(version),
                version.version(),
                proposals.running(BodyRef.pool(pool.id()), MOST_RUNNING),
                books.reader().before(pool.id(), Long.MAX_VALUE, LATEST),
                inFloods,
                hearings(pool.id(), inFloods),
                books.freezes().of(pool.id()),
                accounts.getOrDefault(Accounts.SHORTFALL, Money.zero(currency)),
                version.facts().custodian(),
                CostOfAccounting.of(accounts, currency),
                books.recurring().monthly(pool.id(), currency),
                books.cards().disputes(pool.id(), MOST_DISPUTES),
                directory.invitations().counts(pool.id()),
                directory.imports().latest(pool.id()),
                books.exits().stateOf(pool.id()),
                new Money(books.exits().owed(pool.id()), currency),
                books.rounds().running(BodyRef.pool(pool.id())));
    }

    private List<ProposalView> hearings(UUID pool, Map<Flood, PoolInFlood> inFloods) {
        Action parting = new Action.FloodAction.RemovePool(pool);
        return inFloods.entrySet().stream()
                .filter(entry -> entry.getValue().isJoined())
                .flatMap(entry -> proposals.running(BodyRef.flood(entry.getKey().id()), MOST_RUNNING).stream())
                .filter(view -> view.proposal().action().equals(parting))
                .toList();
    }

    /** The readers of the books. */
    public record Books(
            Ledger ledger,
            ReadBook reader,
            Freezes freezes,
            ReadRecurring recurring,
            ReadUnderWay cards,
            ReadExits exits,
            ReadRounds rounds) {}
}
