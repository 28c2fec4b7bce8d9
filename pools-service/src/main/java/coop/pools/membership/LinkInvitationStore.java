package coop.pools.membership;

import coop.pools.membership.domain.LinkInvitation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations by secret link. Only the secret's hash is kept. */
public interface LinkInvitationStore {
    /** Answers 0 when the id is taken. */
    int insert(LinkInvitation invitation, byte[] tokenHash);

    /** Gives an unused invitation of this person a new secret; answers 0 when there is no such one. */
    int renew(UUID id, UUID pool, UUID invitedBy, byte[] tokenHash, Instant expiresAt);

    Optional<LinkInvitation> byToken(byte[] tokenHash);

    Optional<LinkInvitation> find(UUID id);

    /** Neither revoked nor expired, newest first, at most 200. */
    List<LinkInvitation> live(UUID pool, UUID invitedBy, Instant now);

    /** Counts one joining; answers 0 when the invitation is no longer good. */
    int countUse(UUID id, Instant now);

    /** Answers 0 when it is another's, or gone already. */
    int revoke(UUID id, UUID pool, UUID invitedBy, Instant at);
}
