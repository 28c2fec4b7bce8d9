package coop.pools.notify;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices.Notice;
import coop.pools.kernel.Secrets;
import coop.pools.notify.domain.Post;
import coop.pools.notify.domain.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts mail into the outbox in the transaction that tells, so that neither is there without the other. People without
 * a verified address, and those who want none of it, get none.
 */
public final class QueueMail {
    private final AddressStore addresses;
    private final MailStore mail;
    private final IdSource ids;

    public QueueMail(AddressStore addresses, MailStore mail, IdSource ids) {
        this.addresses = addresses;
        this.mail = mail;
        this.ids = ids;
    }

    void pass(UUID noticeId, UUID person, Notice notice, Instant now) {
        UUID body = body(notice).orElse(null);
        Optional<Volume> volume = addresses.volumeFor(person, body).flatMap(Volume::of);
        if (volume.isEmpty()) {
            return;
        }
        Optional<Instant> deadline = Optional.ofNullable(notice.facts().get("closesAt"))
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast);
        Post.Way way = Post.way(volume.get(), notice.kind(), deadline, now);
        if (way == Post.Way.AT_ONCE) {
            mail.insertItem(noticeId, person, body, put(person, "notice", body, now));
        } else if (way == Post.Way.WITH_DIGEST) {
            mail.insertItem(noticeId, person, body, null);
            addresses.expectDigest(person, Post.nextDigest(now));
        }
    }

    /** A new mail in the outbox; {@code body} may be null. */
    UUID put(UUID person, String kind, UUID body, Instant now) {
        UUID id = ids.newId();
        String secret = ids.newSecret();
        mail.insert(id, person, kind, body, secret, Secrets.hash(secret), now);
        return id;
    }

    /** The one Pool or Flood that a notice is about. */
    private static Optional<BodyRef> only(Notice notice) {
        List<BodyRef> bodies = notice.facts().values().stream()
                .flatMap(fact -> fact instanceof List<?> several ? several.stream() : java.util.stream.Stream.of(fact))
                .filter(BodyRef.class::isInstance)
                .map(BodyRef.class::cast)
                .distinct()
                .toList();
        return bodies.size() == 1 ? Optional.of(bodies.get(0)) : Optional.empty();
    }

    private static Optional<UUID> body(Notice notice) {
        return only(notice).map(BodyRef::id);
    }
}
