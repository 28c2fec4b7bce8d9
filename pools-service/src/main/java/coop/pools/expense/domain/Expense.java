package coop.pools.expense.domain;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member has paid for the Pool and would like to have back. Its words never change.
 *
 * @param person who handed it in and is to be paid
 * @param payee the person as a payee of this Pool
 * @param proposal the vote that decides it
 * @param note Markdown; may be empty
 */
public record Expense(
        UUID id,
        BodyRef pool,
        UUID person,
        UUID payee,
        UUID proposal,
        String title,
        Money amount,
        Optional<LocalDate> spentOn,
        String note,
        Instant handedInAt) {}
