package coop.pools.membership.sql;

import coop.pools.membership.LinkInvitationStore;
import coop.pools.membership.domain.LinkInvitation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Invitations by link, the same SQL on both databases. */
@RegisterConstructorMapper(LinkInvitation.class)
public interface SqlLinkInvitationStore extends LinkInvitationStore {
    String LINK = """
            select id, pool_id, email, invited_by, created_at, expires_at, revoked_at, used from invitation
            """;

    @Override
    @SqlUpdate("""
            insert into invitation (id, pool_id, token_hash, email, invited_by, created_at, expires_at, used)
            values (:id, :poolId, :tokenHash, :email, :invitedBy, :createdAt, :expiresAt, :used)
            on conflict do nothing
            """)
    int insert(@BindMethods LinkInvitation invitation, byte[] tokenHash);

    @Override
    @SqlUpdate("""
            update invitation set token_hash = :tokenHash, expires_at = :expiresAt
            where id = :id and pool_id = :pool and invited_by = :invitedBy and used = 0 and revoked_at is null
            """)
    int renew(UUID id, UUID pool, UUID invitedBy, byte[] tokenHash, Instant expiresAt);

    @Override
    @SqlQuery(LINK + "where token_hash = :tokenHash")
    Optional<LinkInvitation> byToken(byte[] tokenHash);

    @Override
    @SqlQuery(LINK + "where id = :id")
    Optional<LinkInvitation> find(UUID id);

    @Override
    @SqlQuery(LINK + """
            where pool_id = :pool and invited_by = :invitedBy and revoked_at is null and expires_at > :now
            order by created_at desc, id limit 200
            """)
    List<LinkInvitation> live(UUID pool, UUID invitedBy, Instant now);

    @Override
    @SqlUpdate("""
            update invitation set used = used + 1
            where id = :id and revoked_at is null and expires_at > :now and (email is null or used = 0)
            """)
    int countUse(UUID id, Instant now);

    @Override
    @SqlUpdate("""
            update invitation set revoked_at = :at
            where id = :id and pool_id = :pool and invited_by = :invitedBy and revoked_at is null
            """)
    int revoke(UUID id, UUID pool, UUID invitedBy, Instant at);
}
