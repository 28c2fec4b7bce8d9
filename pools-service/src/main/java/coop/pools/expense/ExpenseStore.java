package coop.pools.expense;

import coop.pools.expense.domain.Expense;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Expenses. Only ever inserted. */
public interface ExpenseStore {
    void insert(Expense expense);

    Optional<Expense> find(UUID id);

    Optional<Expense> ofProposal(UUID proposal);

    /** How many a person has handed in to a Pool since then. */
    int countSince(UUID pool, UUID person, Instant since);

    /** A Pool's expenses, the newest first, beginning after the one with id {@code after} where given. */
    List<Expense> ofPool(UUID pool, Optional<UUID> after, int limit);
}
