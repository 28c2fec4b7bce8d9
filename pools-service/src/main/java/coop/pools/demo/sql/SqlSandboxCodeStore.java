package coop.pools.demo.sql;

import coop.pools.demo.SandboxCodeStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The codes' table. */
@RegisterConstructorMapper(SandboxCodeStore.Code.class)
public interface SqlSandboxCodeStore extends SandboxCodeStore {
    @Override
    @SqlUpdate("""
            insert into sandbox_code (code_hash, subject, code_challenge, redirect_uri, expires_at)
            values (:codeHash, :subject, :codeChallenge, :redirectUri, :expiresAt)
            """)
    void insert(byte[] codeHash, @BindMethods Code code);

    @Override
    @SqlQuery("""
            select subject, code_challenge, redirect_uri, expires_at from sandbox_code where code_hash = :codeHash
            """)
    Optional<Code> find(byte[] codeHash);

    @Override
    @SqlUpdate("update sandbox_code set used_at = :at where code_hash = :codeHash and used_at is null")
    int use(byte[] codeHash, Instant at);
}
