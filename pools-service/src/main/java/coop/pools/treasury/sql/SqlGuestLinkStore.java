package coop.pools.treasury.sql;

import coop.pools.treasury.GuestLinkStore;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Guests' links, the same SQL on both databases. */
public interface SqlGuestLinkStore extends GuestLinkStore {
    @Override
    @SqlUpdate("""
            insert into guest_link (contribution_id, browser_hash, made_at) values (:contribution, :browserHash, :at)
            on conflict do nothing
            """)
    int insert(UUID contribution, byte[] browserHash, Instant at);

    @Override
    @SqlUpdate("update guest_link set secret_hash = :secretHash, made_at = :at where contribution_id = :contribution")
    int setSecret(UUID contribution, byte[] secretHash, Instant at);

    @Override
    @SqlQuery("""
            select count(*) > 0 from guest_link where contribution_id = :contribution and browser_hash = :browserHash
            """)
    boolean isBrowser(UUID contribution, byte[] browserHash);

    @Override
    @SqlQuery("""
            select count(*) > 0 from guest_link where contribution_id = :contribution and secret_hash = :secretHash
            """)
    boolean isSecret(UUID contribution, byte[] secretHash);
}
