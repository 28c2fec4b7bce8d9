package coop.pools.governance.sql;

import coop.pools.governance.CommentStore;
import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Stance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of comments, the same SQL on both databases. */
@RegisterRowMapper(CommentMapper.class)
@RegisterConstructorMapper(CommentStore.StanceRow.class)
public interface SqlCommentStore extends CommentStore {
    @Override
    default boolean insert(Comment comment) {
        return insertRow(comment, comment.stance().map(Stance::word));
    }

    @SqlUpdate("""
            insert into proposal_comment (id, proposal_id, parent, author, markdown, stance, created_at)
            values (:c.id, :c.proposal, cast(:c.parent as uuid), :c.author, :c.text, cast(:stance as varchar),
                :c.createdAt) on conflict do nothing
            """)
    boolean insertRow(@BindMethods("c") Comment comment, Optional<String> stance);

    @Override
    @SqlQuery("""
            select c.stance, count(*) as people from proposal_comment c
            where c.proposal_id = :proposal and c.stance is not null and not exists (
                select 1 from proposal_comment later where later.proposal_id = c.proposal_id
                    and later.author = c.author and later.stance is not null
                    and (later.created_at, later.id) > (c.created_at, c.id))
            group by c.stance
            """)
    List<StanceRow> stanceRows(UUID proposal);

    @Override
    @SqlQuery("""
            select c.* from proposal_comment c
            where c.proposal_id = :proposal and c.stance is not null and not exists (
                select 1 from proposal_comment later where later.proposal_id = c.proposal_id
                    and later.author = c.author and later.stance is not null
                    and (later.created_at, later.id) > (c.created_at, c.id))
            order by c.created_at desc, c.id desc limit :limit
            """)
    List<Comment> latestStances(UUID proposal, int limit);

    @Override
    @SqlQuery("select count(*) from proposal_comment where author = :author and created_at > :since")
    long countSince(UUID author, Instant since);

    @Override
    @SqlQuery("select * from proposal_comment where id = :id")
    Optional<Comment> find(UUID id);

    @Override
    @SqlQuery("""
            select * from proposal_comment where proposal_id = :proposal and (created_at, id) > (:after, :afterId)
            order by created_at, id limit :limit
            """)
    List<Comment> of(UUID proposal, Instant after, UUID afterId, int limit);
}
