package coop.pools.governance.sql;

import coop.pools.governance.PreparationStore;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Wordings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Drafts, earlier wordings and sponsors, the same SQL on both databases. */
@RegisterRowMapper(ProposalMapper.class)
@RegisterRowMapper(WordingMapper.class)
public interface SqlPreparationStore extends PreparationStore {
    String OWN_DRAFT = "select * from proposal where id = :id and author = :author and draft ";

    @Override
    @SqlQuery(OWN_DRAFT)
    Optional<Proposal> draft(UUID id, UUID author);

    @Override
    @SqlQuery(OWN_DRAFT + "for update")
    Optional<Proposal> lockDraft(UUID id, UUID author);

    @Override
    @SqlQuery("""
            select * from proposal where draft and author = :author and body_id = :body.id
                and body_kind = :body.kind.word order by created_at desc, id desc limit :limit
            """)
    List<Proposal> drafts(@BindMethods("body") BodyRef body, UUID author, int limit);

    @Override
    @SqlUpdate("delete from proposal where id = :id and author = :author and draft")
    int discard(UUID id, UUID author);

    @Override
    default int rewriteDraft(Proposal draft) {
        return rewriteDraftRow(draft, ActionJson.write(draft.action()), PaperJson.write(draft.paper()));
    }

    @SqlUpdate("""
            update proposal set title = :p.title, markdown = :p.text, action_type = :p.action.type,
                action_json = :json, method = :p.paper.method.word, paper = :paper, opens_at = :p.opensAt
            where id = :p.id and draft
            """)
    int rewriteDraftRow(@BindMethods("p") Proposal draft, String json, String paper);

    @Override
    @SqlUpdate("""
            insert into proposal_version (proposal_id, version, title, markdown, action_type, action_json, method, paper,
                written_at)
            select id, version, title, markdown, action_type, action_json, method, paper,
                coalesce(changed_at, created_at)
            from proposal where id = :id
            """)
    void keepWording(UUID id);

    @Override
    default int rewrite(Proposal proposal, int sponsors, Instant changedAt, Instant due) {
        return rewriteRow(
                proposal,
                ActionJson.write(proposal.action()),
                PaperJson.write(proposal.paper()),
                sponsors,
                changedAt,
                due);
    }

    @SqlUpdate("""
            update proposal set title = :p.title, markdown = :p.text, action_type = :p.action.type,
                action_json = :json, method = :p.paper.method.word, paper = :paper, opens_at = :p.opensAt, version = version + 1, changed_at = :changedAt,
                sponsors = :sponsors, next_step_at = :due
            where id = :p.id and not draft and opened_at is null and next_step = 'open'
            """)
    int rewriteRow(
            @BindMethods("p") Proposal proposal,
            String json,
            String paper,
            int sponsors,
            Instant changedAt,
            Instant due);

    @Override
    @SqlQuery("select * from proposal_version where proposal_id = :id order by version")
    List<Wordings.Earlier> earlier(UUID id);

    @Override
    @SqlUpdate("""
            insert into proposal_sponsor (proposal_id, person_id, version, since)
            values (:id, :person, :version, :at) on conflict do nothing
            """)
    int sponsor(UUID id, UUID person, int version, Instant at);

    @Override
    @SqlUpdate("delete from proposal_sponsor where proposal_id = :id and person_id = :person")
    int unsponsor(UUID id, UUID person);

    @Override
    @SqlQuery("select person_id from proposal_sponsor where proposal_id = :id order by since, person_id")
    List<UUID> sponsors(UUID id);

    @Override
    @SqlUpdate("delete from proposal_sponsor where proposal_id = :id")
    void dropSponsors(UUID id);

    @Override
    @SqlUpdate("""
            update proposal set sponsors = :sponsors, next_step_at = :due
            where id = :id and opened_at is null and next_step = 'open'
            """)
    int countSponsors(UUID id, int sponsors, Instant due);
}
