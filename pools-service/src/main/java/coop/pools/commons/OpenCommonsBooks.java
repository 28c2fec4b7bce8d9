package coop.pools.commons;

import coop.pools.flood.OpenCommons;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Ledger;
import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/** Sees to it that there are the commons of all Pools and the operator's own book, for one currency each. */
public final class OpenCommonsBooks {
    private final Transactions transactions;
    private final CommonsStore store;
    private final OpenCommons openCommons;
    private final Ledger ledger;
    private final Clock clock;

    public OpenCommonsBooks(
            Transactions transactions, CommonsStore store, OpenCommons openCommons, Ledger ledger, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.openCommons = openCommons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The operator's own book. */
    public static UUID operatorBook(Currency currency) {
        return IdSource.derivedId("operator", currency.getCurrencyCode());
    }

    /** For every currency that some Pool counts in. */
    public void openAll(String operator) {
        transactions.inTransaction(
                () -> store.currencies().forEach(code -> open(Currency.getInstance(code), operator)));
    }

    /** Called inside a transaction. */
    void open(Currency currency, String operator) {
        openCommons.open(currency);
        UUID book = operatorBook(currency);
        ledger.openBook(book, currency, clock.instant());
        String code = currency.getCurrencyCode();
        store.insertOperator(book, code.toLowerCase(Locale.ROOT), operator + " (" + code + ")");
    }
}
