package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import java.util.Collection;
import java.util.List;

/** The processor's movements of money, as it listed them. Only their standing changes. */
public interface MovementStore {
    /** Those that are here already stay as they are; answers how many were new. */
    int insert(List<ProcessorMovement> movements);

    /** All of these subjects that are not the operator's own. */
    List<ProcessorMovement> ofSubjects(Collection<String> subjects);

    /** Subjects of movements that the books have not been seen to tell, in the order of their ids. */
    List<String> openSubjects(String after, int limit);

    void stand(List<ProcessorMovement> movements, Standing standing);

    /** What all of the operator's own movements on the platform's account add up to, by currency. */
    List<Sum> platform();

    long count();

    /** A sum in the currency's smallest unit. */
    record Sum(String currency, long amountMinor) {}
}
