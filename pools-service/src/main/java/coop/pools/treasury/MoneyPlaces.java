package coop.pools.treasury;

import java.util.Optional;
import java.util.UUID;

/** Where a Pool's money is held now; implemented where the Pool's custody is kept. */
public interface MoneyPlaces {
    /** The operator holds it all. */
    MoneyPlaces AT_OPERATOR = pool -> Optional.empty();

    /**
     * The Pool's own connected account; empty when the operator holds the money. Call inside a transaction: until it
     * ends the money stays where it is.
     */
    Optional<String> of(UUID pool);
}
