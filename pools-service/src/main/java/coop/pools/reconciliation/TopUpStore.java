package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.ProcessorMovement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is written on the operator's own top-ups, and what has become of those that name a payment. */
public interface TopUpStore {
    /** Those that something is written on and that nobody has read, the oldest first. */
    List<Topup> unread(int limit);

    /** It has been read; changes nothing when it was before. */
    void insert(String movement, Optional<UUID> reference);

    /** The operator's own that name a payment and are neither taken nor given up, in the order of their ids. */
    List<Named> open(String after, int limit);

    /** The operator's own that name a payment and can never be it, the newest first, at most twenty. */
    List<Named> others();

    /** It is this payment; 0 when it has been taken before. */
    int taken(String movement, UUID reference);

    /** It can never be what it names; 0 when that is known, or it has been taken. */
    int other(String movement);

    /** What could not be this payment, and is the sum that is awaited now, is tried again. */
    int again(UUID reference, long minor, String currency);

    /** What takes back top-ups that were taken, or parts of them, and is not booked whole, in the order of their ids. */
    List<TakenBack> takenBack(String after, int limit);

    /** All that this movement takes back of the payment is booked. */
    void back(String movement, UUID reference);

    /** @param movement what takes it back */
    record TakenBack(ProcessorMovement movement, String topUp, UUID reference) {}

    /** The operator's own top-up of this id. */
    Optional<Topup> one(String id);

    /** @param words what is written on it; may be empty */
    record Topup(ProcessorMovement movement, String words) {}

    /** One that names a payment. */
    record Named(Topup topup, UUID reference) {}
}
