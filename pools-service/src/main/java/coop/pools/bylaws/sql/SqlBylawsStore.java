package coop.pools.bylaws.sql;

import coop.pools.bylaws.Acceptance;
import coop.pools.bylaws.BylawsStore;
import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.VersionHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** {@link BylawsStore} in SQL. */
public interface SqlBylawsStore extends BylawsStore {
    @Override
    default boolean insert(BylawsVersion version) {
        return insertRow(BylawsVersionRow.of(version)) == 1;
    }

    @SqlUpdate("""
            insert into bylaws_version
                (body_id, version, form, edition, facts, rules, text, sha256, adopted_at, proposal_id)
            values (:bodyId, :version, :form, :edition, :facts, :rules, :text, :sha256, :adoptedAt, cast(:proposalId as uuid))
            on conflict do nothing""")
    int insertRow(@BindMethods BylawsVersionRow row);

    @Override
    default boolean lock(UUID bodyId) {
        return lockFirst(bodyId).isPresent();
    }

    /** The first version stands for the body: it is the one row that every amendment can wait for. */
    @SqlQuery("select version from bylaws_version where body_id = :bodyId and version = 1 for update")
    Optional<Integer> lockFirst(@Bind UUID bodyId);

    @Override
    @SqlQuery("select * from bylaws_version where body_id = :bodyId order by version desc fetch first 1 rows only")
    @RegisterRowMapper(BylawsVersionMapper.class)
    Optional<BylawsVersion> current(@Bind UUID bodyId);

    @Override
    @SqlQuery("select * from bylaws_version where body_id = :bodyId and version = :version")
    @RegisterRowMapper(BylawsVersionMapper.class)
    Optional<BylawsVersion> version(@Bind UUID bodyId, @Bind int version);

    @Override
    @SqlQuery("""
            select version, sha256, adopted_at, proposal_id from bylaws_version
            where body_id = :bodyId and version < :before
            order by version desc fetch first :limit rows only""")
    @RegisterConstructorMapper(VersionHead.class)
    List<VersionHead> heads(@Bind UUID bodyId, @Bind int before, @Bind int limit);

    @Override
    @SqlQuery("select version from bylaws_version where proposal_id = :proposalId and body_id = :bodyId")
    Optional<Integer> madeBy(@Bind UUID bodyId, @Bind UUID proposalId);

    @Override
    default boolean insert(Acceptance acceptance) {
        return insertAcceptance(
                        acceptance.bodyId(),
                        acceptance.version(),
                        acceptance.personId(),
                        acceptance.sha256(),
                        acceptance.acceptedAt())
                == 1;
    }

    @SqlUpdate("""
            insert into bylaws_acceptance (body_id, version, person_id, sha256, accepted_at)
            values (:bodyId, :version, :personId, :sha256, :acceptedAt)
            on conflict do nothing""")
    int insertAcceptance(
            @Bind UUID bodyId, @Bind int version, @Bind UUID personId, @Bind String sha256, @Bind Instant acceptedAt);

    @Override
    @SqlQuery("""
            select body_id, version, person_id, sha256, accepted_at from bylaws_acceptance
            where body_id = :bodyId and person_id = :personId
            order by version desc fetch first 1 rows only""")
    @RegisterConstructorMapper(Acceptance.class)
    Optional<Acceptance> latestAcceptance(@Bind UUID bodyId, @Bind UUID personId);
}
