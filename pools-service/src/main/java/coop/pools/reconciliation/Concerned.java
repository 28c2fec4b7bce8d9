package coop.pools.reconciliation;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whose money the processor holds; implemented in the wiring. */
public interface Concerned {
    /** The books of these payments and transfers, by the processor's id; those that nobody knows are left out. */
    Map<String, Set<UUID>> bySubject(Collection<String> subjects);

    /** The books of these contributions, paid or not, by their ids. */
    Map<String, Set<UUID>> byContribution(Collection<UUID> contributions);

    /** Books with money that the operator holds, the operator's own left out, in the order of their ids, after one. */
    List<UUID> booksHeld(Currency currency, UUID after, int limit);

    Currency currencyOf(UUID book);

    /** What of the money held is the operator's own, by currency. */
    List<MovementStore.Sum> operators();
}
