package coop.pools.governance.sql;

import coop.pools.governance.CommentStore;
import coop.pools.governance.domain.Comment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of comments, the same SQL on both databases. */
@RegisterRowMapper(CommentMapper.class)
public interface SqlCommentStore extends CommentStore {
    @Override
    @SqlUpdate("""
            insert into proposal_comment (id, proposal_id, parent, author, markdown, created_at)
            values (:id, :proposal, cast(:parent as uuid), :author, :text, :createdAt) on conflict do nothing
            """)
    boolean insert(@BindMethods Comment comment);

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
