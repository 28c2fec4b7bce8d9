package coop.pools.custody;

import coop.pools.custody.domain.Custody;
import coop.pools.custody.domain.CustodyMode;
import coop.pools.kernel.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who holds a Pool's money. */
public final class ReadCustody {
    private final CustodyStore store;
    private final CustodyWords words;

    public ReadCustody(CustodyStore store, CustodyWords words) {
        this.store = store;
        this.words = words;
    }

    /** Who holds it now. */
    public CustodyMode mode(UUID pool) {
        return active(pool).isPresent() ? CustodyMode.OWN : CustodyMode.HOST;
    }

    /** Who holds it now, in words that fit behind "held by". */
    public String holder(UUID pool) {
        return mode(pool) == CustodyMode.OWN ? words.own() : words.host();
    }

    /** The Pool's own account, chosen or in use; empty when the operator holds the money. */
    public Optional<Custody> own(UUID pool) {
        return store.find(pool).filter(custody -> custody.state() != Custody.State.ENDED);
    }

    /** Whether the Pool has chosen an account of its own that is not in use yet: the operator still holds what it has. */
    public boolean isOpening(UUID pool) {
        return store.find(pool)
                .filter(custody -> custody.state() == Custody.State.ONBOARDING)
                .isPresent();
    }

    /** All accounts that Pools have had in use, also those that a later vote gave up. */
    public List<Custody> ofTheirOwn() {
        return store.everActive();
    }

    /**
     * The account that contributions are charged on; empty for the operator's. Call in the transaction that stores the
     * contribution: custody does not change until it ends.
     *
     * @throws Refused CUSTODY_NOT_READY while who holds the money is changing
     */
    public Optional<String> accountFor(UUID pool) {
        Optional<Custody> own = store.lock(pool).filter(custody -> custody.state() != Custody.State.ENDED);
        if (own.isPresent() && own.get().state().isChanging()) {
            throw new Refused(CustodyRefusal.CUSTODY_NOT_READY);
        }
        return own.flatMap(Custody::accountId);
    }

    /**
     * The account that the Pool's money is on; empty when the operator holds it. Call inside a transaction: custody does
     * not change until it ends.
     */
    public Optional<String> placeOf(UUID pool) {
        return store.lock(pool).filter(custody -> custody.state().isOwn()).flatMap(Custody::accountId);
    }

    private Optional<Custody> active(UUID pool) {
        return store.find(pool).filter(custody -> custody.state().isOwn());
    }
}
