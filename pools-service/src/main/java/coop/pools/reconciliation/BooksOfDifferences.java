package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.ProcessorMovement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whose books a difference is about. */
public final class BooksOfDifferences {
    private final MovementStore movements;
    private final Concerned concerned;
    private final OwnAccounts ownAccounts;

    public BooksOfDifferences(MovementStore movements, Concerned concerned, OwnAccounts ownAccounts) {
        this.movements = movements;
        this.concerned = concerned;
        this.ownAccounts = ownAccounts;
    }

    /**
     * None for what belongs to no Pool or Flood. On an account of a Pool's own everything is that Pool's, whatever it
     * says about itself there.
     */
    Map<Difference, Set<UUID>> of(Collection<Difference> differences) {
        Map<String, Set<UUID>> byAccount = ownAccounts.all().stream()
                .collect(Collectors.groupingBy(
                        OwnAccounts.Own::account, Collectors.mapping(OwnAccounts.Own::book, Collectors.toSet())));
        List<String> subjects = differences.stream()
                .filter(difference -> difference.account().isEmpty())
                .map(Difference::subject)
                .distinct()
                .toList();
        Map<String, Set<UUID>> bySubject = bySubject(subjects);
        Map<Difference, Set<UUID>> books = new HashMap<>();
        for (Difference difference : differences) {
            boolean platform = difference.account().isEmpty();
            Set<UUID> found = platform ? bySubject.get(difference.subject()) : byAccount.get(difference.account());
            books.put(difference, found == null ? Set.of() : found);
        }
        return books;
    }

    private Map<String, Set<UUID>> bySubject(List<String> subjects) {
        Map<String, Set<UUID>> books = new HashMap<>(concerned.bySubject(subjects));
        Map<String, UUID> contributions = new HashMap<>();
        for (ProcessorMovement movement : movements.ofSubjects(subjects)) {
            if (movement.account().isEmpty()) {
                movement.contributionId()
                        .flatMap(BooksOfDifferences::parsed)
                        .ifPresent(contribution -> contributions.put(movement.subject(), contribution));
            }
        }
        Map<String, Set<UUID>> byContribution = concerned.byContribution(new HashSet<>(contributions.values()));
        contributions.forEach((subject, contribution) -> books.merge(
                subject, byContribution.getOrDefault(contribution.toString(), Set.of()), BooksOfDifferences::both));
        return books;
    }

    private static Set<UUID> both(Set<UUID> some, Set<UUID> more) {
        Set<UUID> both = new HashSet<>(some);
        both.addAll(more);
        return both;
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
