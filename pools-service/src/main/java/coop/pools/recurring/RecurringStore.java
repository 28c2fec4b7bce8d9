package coop.pools.recurring;

import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recurring contributions with their terms, bills and orders. Changes are written under the row's lock. */
public interface RecurringStore {
    /** Answers 0 and changes nothing when the id is taken. */
    int insert(RecurringContribution wanted);

    Optional<RecurringContribution> find(UUID id);

    /** Reads and locks the row until the transaction ends. */
    Optional<RecurringContribution> lock(UUID id);

    /** By the processor's subscription. */
    Optional<UUID> bySubscription(String subscriptionId);

    /** Writes everything that can change. */
    void save(RecurringContribution changed);

    /** The processor said that something changed: it is to be read then. Answers 0 when there is none such. */
    int touch(UUID id, String subscriptionId, Instant lookAt);

    /** Those that are to be read anew by now, oldest first. */
    List<RecurringContribution> due(Instant now, int limit);

    /** Moves the next look forward; 0 when somebody else has done so since it was read. */
    int lease(UUID id, Instant readNextLook, Instant nextLook, int tries);

    /** Sets the next look, unless something was touched since it was read. */
    int schedule(UUID id, long touches, Optional<Instant> nextLook, int tries);

    /** One person's, the newest first. */
    List<RecurringContribution> ofPerson(UUID person, int limit);

    /** How many of a person's are not over. */
    int countPresent(UUID person);

    /**
     * Those that may still bring anything to this Pool, in no particular order: they go there and are not over, or have
     * gone there and an order or a bill that can be paid is open.
     */
    List<UUID> presentInto(UUID pool, int limit);

    /** Whether there is any. */
    default boolean isAnyPresent(UUID pool) {
        return !presentInto(pool, 1).isEmpty();
    }

    /** Who is charged for a Pool that they have left after they decided it, in no particular order. */
    List<Former> ofFormerMembers(int limit);

    /** Somebody who has left a Pool. */
    record Former(UUID person, UUID pool) {}

    void insertTerms(UUID recurring, PaymentTerms terms);

    /** By number; at least one for each recurring contribution. */
    List<PaymentTerms> terms(UUID recurring);

    /** Writes whether they are confirmed or dropped. */
    void saveTerms(UUID recurring, PaymentTerms terms);

    /** Answers 0 and changes nothing when it is there already. */
    int insertBill(Bill bill);

    Optional<Bill> bill(String id);

    /** The bill that became this contribution. */
    Optional<Bill> billOf(UUID contribution);

    void saveBill(Bill bill);

    /** The newest first. */
    List<Bill> bills(UUID recurring, int limit);

    /** Answers 0 and changes nothing when the id is taken. */
    int insertOrder(MemberOrder order);

    /** In the order of their making. */
    List<MemberOrder> orders(UUID recurring);

    Optional<MemberOrder> order(UUID id);

    /** Reads and locks the row until the transaction ends. */
    Optional<MemberOrder> lockOrder(UUID id);

    void saveOrder(MemberOrder order);

    /** Open ones whose next try is due and that no earlier one holds up, oldest first. */
    List<MemberOrder> dueOrders(Instant now, int limit);

    /** Moves the next try forward; 0 when somebody else has done so since it was read, or it is not open any more. */
    int leaseOrder(UUID id, Instant readNextTry, Instant nextTry, int tries);

    /** What a year's payments of all running ones bring to this Pool, in its currency's smallest unit. */
    long minorAYear(UUID pool);
}
