package coop.pools.treasury.sql;

import coop.pools.treasury.UnderWayStore;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Pieces of card money under way, the same SQL on both databases. */
@RegisterConstructorMapper(UnderWayStore.Piece.class)
public interface SqlUnderWayStore extends UnderWayStore {
    String OF_POOL = """
            join contribution c on c.payment_id = f.payment_id
            where exists (select 1 from contribution_share s where s.contribution_id = c.id and s.pool_id = :pool)
            """;

    @Override
    @SqlQuery("""
            select c.id as contribution_id, s.amount as amount_minor, c.currency, c.release_at as at
            from contribution_share s join contribution c on c.id = s.contribution_id
            where s.pool_id = :pool and not s.released and c.state in ('paid', 'partly-refunded', 'disputed')
            order by c.release_at, c.id, s.no limit :limit
            """)
    List<Piece> arriving(UUID pool, int limit);

    @Override
    @SqlQuery("""
            select c.id as contribution_id, f.amount as amount_minor, f.currency,
                   cast(null as timestamp with time zone) as at
            from card_refund f
            """ + OF_POOL + "and f.state in ('reserved', 'pending') order by f.created_at, f.id limit :limit")
    List<Piece> refunds(UUID pool, int limit);

    @Override
    @SqlQuery("""
            select c.id as contribution_id, f.amount as amount_minor, f.currency, f.evidence_due_by as at
            from card_dispute f
            """ + OF_POOL + "and f.state in ('warning', 'open') order by f.evidence_due_by, f.id limit :limit")
    List<Piece> disputes(UUID pool, int limit);
}
