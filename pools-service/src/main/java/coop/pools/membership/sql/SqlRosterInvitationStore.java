package coop.pools.membership.sql;

import coop.pools.membership.RosterInvitationStore;
import coop.pools.membership.domain.RosterRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Imported invitations, the same SQL on both databases. */
@RegisterConstructorMapper(RosterInvitationStore.Waiting.class)
@RegisterConstructorMapper(RosterInvitationStore.StateCount.class)
public interface SqlRosterInvitationStore extends RosterInvitationStore, SqlObject {
    @Override
    default void insertAll(UUID pool, String source, List<RosterRow> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = getHandle().prepareBatch("""
                insert into roster_invitation (pool_id, source, subject, name, email, group_role, state, invited_at)
                values (:pool, :source, :subject, :name, :email, :role, 'open', :at) on conflict do nothing
                """)) {
            for (RosterRow row : rows) {
                batch.bind("pool", pool)
                        .bind("source", source)
                        .bind("subject", row.subject())
                        .bind("name", row.name())
                        .bind("email", row.email().orElse(null))
                        .bind("role", row.role())
                        .bind("at", at)
                        .add();
            }
            batch.execute();
        }
    }

    @Override
    @SqlUpdate("""
            update roster_invitation set state = :state, settled_at = :at, name = null, email = null
            where pool_id = :pool and source = :source and subject = :subject and state = 'open'
            """)
    int settle(UUID pool, String source, String subject, String state, Instant at);

    @Override
    @SqlUpdate("""
            update roster_invitation set state = 'joined', settled_at = :at, name = null, email = null
            where pool_id = :pool and state = 'open' and exists (
                select 1 from membership m join sign_in_account a on a.person_id = m.person_id
                where m.pool_id = :pool and m.left_version is null
                  and a.provider = roster_invitation.source and a.subject = roster_invitation.subject)
            """)
    int settleMembers(UUID pool, Instant at);

    @Override
    @SqlQuery("""
            select pool_id, group_role, invited_at from roster_invitation
            where source = :source and subject = :subject and state = 'open'
            order by invited_at desc, pool_id limit 200
            """)
    List<Waiting> waiting(String source, String subject);

    @Override
    @SqlQuery("select state, count(*) as people from roster_invitation where pool_id = :pool group by state")
    List<StateCount> counts(UUID pool);
}
