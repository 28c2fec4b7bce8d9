package coop.pools.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox: mail to be sent, once each. */
public interface MailStore {
    /** @param body may be null */
    void insert(UUID id, UUID person, String kind, UUID body, String offSecret, byte[] offHash, Instant now);

    /** @param body may be null; {@code mail} is null for what waits for the digest */
    void insertItem(UUID notice, UUID person, UUID body, UUID mail);

    /** Gives the unread notices that wait for a digest to this one; answers how many. */
    int fillDigest(UUID person, UUID mail);

    /** Forgets what waits for a digest. */
    int dropWaiting(UUID person);

    int dropWaitingOf(UUID person, UUID body);

    /** Takes back what has not been sent; confirmations stay. */
    int cancel(UUID person, Instant now);

    int cancelOf(UUID person, UUID body, Instant now);

    /** Takes back confirmations of an address that is no longer asked about. */
    int cancelConfirmations(UUID person, Instant now);

    long countConfirmations(UUID person, Instant since);

    /** A mail that is due, held until the transaction ends; those that others hold are passed over. */
    Optional<Mail> lockDue(Instant now);

    /** Keeps others from it until then, and counts the attempt. */
    int lease(UUID id, Instant until);

    /** What the mail tells, unread ones only, the newest first. */
    List<Line> lines(UUID mail, int limit);

    long countLines(UUID mail);

    /** Only after this attempt and no later one; answers 0 otherwise. */
    int settle(UUID id, int attempts, String state, String problem, Instant now);

    /** Mail that could not be sent, the newest first. */
    List<Aside> setAside(int limit);

    /** Has one that was set aside sent again, with a new secret to end such mail; answers 0 when it is none. */
    int sendAgain(UUID id, String offSecret, byte[] offHash, Instant now);

    int postpone(UUID id, int attempts, Instant until, String problem);

    /** Whose mail this secret ends. */
    Optional<Off> off(byte[] offHash);

    /** Deletes what was settled before then; its items first. */
    int forgetItems(Instant before);

    int forget(Instant before);

    /** @param attempts before this one; {@code bodyId} is empty for several bodies or none */
    record Mail(UUID id, UUID personId, String kind, Optional<UUID> bodyId, int attempts, String offSecret) {}

    /** What could not be sent, to whom, and why. */
    record Aside(UUID id, UUID personId, String kind, String problem, Instant settledAt) {}

    /** One message of a mail. */
    record Line(String text, String path) {}

    /** What a secret ends: mail of one body, or all. */
    record Off(UUID personId, Optional<UUID> bodyId) {}
}
