package coop.pools.reconciliation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pools whose contributions are, or once were, charged on an account of their own at the processor. */
public interface OwnAccounts {
    /** All money is held by the operator. */
    OwnAccounts NONE = List::of;

    List<Own> all();

    /** The books whose money is on an account of their own now. */
    default Set<UUID> books() {
        return all().stream().filter(Own::holds).map(Own::book).collect(Collectors.toSet());
    }

    /**
     * A Pool's book and its account.
     *
     * @param holds whether the Pool's money is on it now, and not with the operator
     */
    record Own(UUID book, String account, boolean holds) {}
}
