package coop.pools.governance.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One revision of who votes for a person on a topic; the latest counts.
 *
 * @param revision from 1, without gaps
 * @param delegate empty when the person ended it
 * @param expiresAt when it ends by itself; empty when there is no delegate
 */
public record Delegation(
        UUID person, Topic topic, int revision, Optional<UUID> delegate, Instant givenAt, Optional<Instant> expiresAt) {
    /** Whether somebody votes for the person by it at that moment. */
    public boolean holdsAt(Instant at) {
        return delegate.isPresent() && expiresAt.filter(at::isBefore).isPresent();
    }

    /** When it stopped holding. */
    private Instant endedAt() {
        return delegate.isPresent() ? expiresAt.orElseThrow() : givenAt;
    }

    /**
     * Who votes for a person on a topic: by their delegation for it, or for the next wider one. One that was ended or
     * has expired does not fall back on a wider one given before that: who took a topic back votes on it themselves.
     *
     * @param latest the person's latest delegations by topic, given at {@code at} or before
     */
    public static Optional<UUID> delegate(Map<Topic, Delegation> latest, Topic topic, Instant at) {
        return effective(latest, topic, at).flatMap(Delegation::delegate);
    }

    /** The same with the delegation itself. */
    public static Optional<Delegation> effective(Map<Topic, Delegation> latest, Topic topic, Instant at) {
        Instant since = Instant.MIN;
        List<Topic> topics = topic.wider();
        for (Topic each : topics) {
            Delegation delegation = latest.get(each);
            if (delegation == null || delegation.givenAt().isBefore(since)) {
                continue;
            }
            if (delegation.holdsAt(at)) {
                return Optional.of(delegation);
            }
            since = delegation.endedAt();
        }
        return Optional.empty();
    }
}
