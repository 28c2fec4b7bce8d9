package coop.pools.reconciliation.sql;

import coop.pools.kernel.Money;
import coop.pools.reconciliation.domain.ProcessorMovement;
import java.time.Instant;
import java.util.Optional;

/** A movement as its columns. */
public record MovementRow(
        String account,
        String id,
        String category,
        Optional<String> sourceId,
        String subject,
        Optional<String> contributionId,
        Optional<String> words,
        long amount,
        long fee,
        long net,
        String currency,
        Instant createdAt,
        Instant availableOn,
        String standing) {
    static MovementRow of(ProcessorMovement movement) {
        return new MovementRow(
                movement.account(),
                movement.id(),
                movement.category(),
                movement.sourceId(),
                movement.subject(),
                movement.contributionId(),
                Optional.of(movement.words()).filter(words -> !words.isEmpty()),
                movement.amount().minorUnits(),
                movement.fee().minorUnits(),
                movement.net().minorUnits(),
                movement.amount().currency().getCurrencyCode(),
                movement.createdAt(),
                movement.availableOn(),
                SqlMovementStore.word(movement.firstStanding()));
    }

    ProcessorMovement movement() {
        return new ProcessorMovement(
                account,
                id,
                category,
                sourceId,
                subject,
                contributionId,
                words.orElse(""),
                Money.of(amount, currency),
                Money.of(fee, currency),
                Money.of(net, currency),
                createdAt,
                availableOn);
    }
}
