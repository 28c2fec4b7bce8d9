package coop.pools.payout;

import coop.pools.payout.domain.Payee;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payees and their invitations. */
public interface PayeeStore {
    /** Answers 0 and changes nothing when the id is taken, or the person is a payee of the body already. */
    int insert(Payee payee, byte[] inviteHash, Instant inviteExpiresAt);

    /** The same for whoever holds a Flood's money, whom stewards hand it over to and no vote can choose. */
    int insertHolder(Payee payee, byte[] inviteHash, Instant inviteExpiresAt);

    boolean isHolder(UUID id);

    Optional<Payee> find(UUID id);

    /** Reads and locks the row until the transaction ends. */
    Optional<Payee> lock(UUID id);

    Optional<Payee> byAccount(String accountId);

    /** The payee that a person is in a body. */
    Optional<Payee> ofPerson(UUID body, UUID person);

    /** The payee of a live invitation. */
    Optional<Payee> byInvite(UUID id, byte[] inviteHash, Instant now);

    /** A new invitation takes the place of the old one. */
    void renewInvite(UUID id, byte[] inviteHash, Instant expiresAt);

    /** Sets the country while there is no account; 0 when there is one. */
    int keepCountry(UUID id, String country);

    /** Binds the account; 0 when one is bound already. */
    int bindAccount(UUID id, String accountId);

    /** What the processor says; the row must be locked. */
    void saveState(Payee payee);

    /** Adds bank details where they are not the latest already; the payee's row must be locked. */
    void noteDetails(UUID payee, String fingerprint, Instant at);

    /** The latest bank details known at that moment, else the first known at all; empty when none ever were. */
    Optional<String> detailsAt(UUID payee, Instant at);

    /** Those whose account is to be read anew, oldest first. */
    List<Payee> due(Instant now, int limit);

    /** Moves the next try forward; 0 when somebody else has done so since it was read. */
    int lease(UUID id, Instant readNextTry, Instant nextTry, int tries);

    /** Whom a body's votes can choose, the newest first, beginning after the one with id {@code after} where given. */
    List<Payee> ofBody(UUID body, Optional<UUID> after, int limit);
}
