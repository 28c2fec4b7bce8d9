package coop.pools.identity.sql;

import coop.pools.identity.SourceTokenStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sealed tokens, the same SQL on both databases. */
@RegisterConstructorMapper(SourceTokenStore.Row.class)
public interface SqlSourceTokenStore extends SourceTokenStore {
    @Override
    @SqlUpdate("""
            insert into source_token (person_id, provider, access_sealed, refresh_sealed, expires_at)
            values (:personId, :provider, :accessSealed, :refreshSealed, :expiresAt) on conflict do nothing
            """)
    int insert(UUID personId, String provider, byte[] accessSealed, Optional<byte[]> refreshSealed, Instant expiresAt);

    @Override
    @SqlUpdate("""
            update source_token set access_sealed = :accessSealed, refresh_sealed = :refreshSealed,
                                    expires_at = :expiresAt, refreshing_until = null
            where person_id = :personId and provider = :provider
            """)
    void replace(
            UUID personId, String provider, byte[] accessSealed, Optional<byte[]> refreshSealed, Instant expiresAt);

    @Override
    @SqlQuery("""
            select access_sealed, refresh_sealed, expires_at from source_token
            where person_id = :personId and provider = :provider
            """)
    Optional<Row> find(UUID personId, String provider);

    @Override
    @SqlUpdate("""
            update source_token set refreshing_until = :until
            where person_id = :personId and provider = :provider
              and (refreshing_until is null or refreshing_until < :now)
            """)
    int claimRefresh(UUID personId, String provider, Instant now, Instant until);

    @Override
    @SqlUpdate("delete from source_token where person_id = :personId and provider = :provider")
    int delete(UUID personId, String provider);
}
