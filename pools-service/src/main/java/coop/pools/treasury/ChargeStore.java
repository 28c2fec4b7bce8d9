package coop.pools.treasury;

import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The shares of contributions, and the refunds and disputes of their payments. Changes are written with the
 * contribution's row locked; facts whose contribution is not known yet, under their own.
 */
public interface ChargeStore {
    /** A charge that will be read in the present shared transaction. */
    default void expect(UUID contribution, String paymentId) {}

    void insertShares(UUID contribution, List<Share> shares);

    /** By number; at least one for every contribution. */
    List<Share> shares(UUID contribution);

    /** Writes what can change. */
    void saveShares(UUID contribution, List<Share> changed);

    /** Whether any refund or dispute of this payment is known. */
    boolean hasFacts(String paymentId);

    /** In the order of their making. */
    List<CardRefund> refunds(String paymentId);

    /** Answers 0 and changes nothing when its id or the processor's is taken. */
    int insertRefund(CardRefund refund);

    /** Reads and locks the row until the transaction ends. */
    Optional<CardRefund> lockRefund(UUID id);

    /** The same by the processor's id. */
    Optional<CardRefund> lockRefund(String processorId);

    void saveRefund(CardRefund refund);

    /** Refunds that the processor is to be asked for by now, oldest first. */
    List<CardRefund> dueRefunds(Instant now, int limit);

    /** Moves the next try forward; 0 when somebody else has done so since it was read. */
    int leaseRefund(UUID id, Instant readNextTry, Instant nextTry, int tries);

    /** In the order in which they became known. */
    List<CardDispute> disputes(String paymentId);

    /** Reads and locks the row until the transaction ends. */
    Optional<CardDispute> lockDispute(String id);

    /** Answers 0 and changes nothing when it is there already; its movements are not written. */
    int insertDispute(CardDispute dispute);

    /** Writes what can change, movements too. */
    void saveDispute(CardDispute dispute);

    /** Payments with refunds or disputes that wait for their contribution, or to be looked at again; oldest first. */
    List<Kept> keptFacts(Instant now, int limit);

    /** When to look at facts of a payment again. */
    void lookAgain(String paymentId, Instant next, int tries);

    /** The facts of a payment that were due by then are in the books. */
    void lookNoMore(String paymentId, Instant due);

    /** Books that lack money and have some that is free, in no particular order. */
    List<UUID> booksToRepay(int limit);

    /** A payment whose facts are to be looked at, and how often that was done. */
    record Kept(String paymentId, int tries) {}
}
