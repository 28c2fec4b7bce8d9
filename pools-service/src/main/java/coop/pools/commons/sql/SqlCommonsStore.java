package coop.pools.commons.sql;

import coop.pools.commons.CommonsStore;
import coop.pools.commons.domain.Stretch;
import coop.pools.treasury.PlatformPart.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables of the commons, the same SQL on both databases. */
@RegisterRowMapper(StretchMapper.class)
@RegisterRowMapper(KeptMapper.class)
public interface SqlCommonsStore extends CommonsStore {
    @Override
    @SqlQuery("select no, since, basis_points, rise, most, proposal_id from commons_share order by no")
    List<Stretch> stretches();

    @Override
    default boolean insert(Stretch stretch) {
        return insertRow(
                stretch.no(),
                stretch.since(),
                stretch.terms().basisPoints(),
                stretch.terms().rise(),
                stretch.terms().most(),
                stretch.proposal());
    }

    @SqlUpdate("""
            insert into commons_share (no, since, basis_points, rise, most, proposal_id)
            values (:no, :since, :basisPoints, :rise, :most, cast(:proposal as uuid))
            on conflict do nothing
            """)
    boolean insertRow(int no, Instant since, int basisPoints, int rise, int most, Optional<UUID> proposal);

    @Override
    @SqlUpdate("insert into operator (id, slug, name) values (:book, :slug, :name) on conflict do nothing")
    boolean insertOperator(UUID book, String slug, String name);

    @Override
    default boolean insertPart(UUID contribution, String currency, Kept kept) {
        return insertPartRow(
                contribution,
                currency,
                kept.extra().feeBasisPoints(),
                kept.extra().fee().minorUnits(),
                kept.extra().tip().minorUnits(),
                kept.communityBasisPoints());
    }

    @SqlUpdate("""
            insert into platform_part (contribution_id, currency, fee_bp, fee, tip, community_bp)
            values (:contribution, :currency, :feeBp, :fee, :tip, :communityBp)
            on conflict do nothing
            """)
    boolean insertPartRow(UUID contribution, String currency, int feeBp, long fee, long tip, int communityBp);

    @Override
    @SqlQuery(
            "select currency, fee_bp, fee, tip, community_bp from platform_part where contribution_id = :contribution")
    Optional<Kept> part(UUID contribution);

    @Override
    @SqlQuery("select distinct currency from pool order by currency limit 200")
    List<String> currencies();
}
