package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.ledger.CausePages.Links;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Entries that follow from how a book stands: nobody paid or voted at their moment, but something led to them. */
final class SqlInnerCauses {
    private static final String REPAID = "shortfall-repaid";
    private static final Set<String> OF_CUSTODY = Set.of("brought-home", "custody-settled");

    /**
     * For each entry that makes up for something the last one before it by which the book came to lack something: its
     * payouts stand still since then, so it is near.
     */
    private static final String TAKERS = """
            select near.seq, t.cause_kind, t.cause_id from (
                select r.seq, (select x.seq from transfer x
                               where x.book_id = :book and x.seq < r.seq
                                 and x.credit_no = (select a.no from account a
                                                    where a.book_id = :book and a.name = :shortfall)
                               order by x.book_id desc, x.seq desc limit 1) as taken
                from unnest(cast(:seqs as bigint array)) as r(seq)) near
            join transfer t on t.book_id = :book and t.seq = near.taken
            """;

    /** The votes by which others came to hold the money, the latest first: nothing else changes a body's facts. */
    private static final String VOTES = """
            select v.proposal_id, v.adopted_at from (
                select proposal_id, adopted_at, version, facts, lag(facts) over (order by version) as earlier
                from bylaws_version where body_id = :book) v
            where v.facts <> v.earlier order by v.version desc
            """;

    private final Bodies bodies;

    SqlInnerCauses(Bodies bodies) {
        this.bodies = bodies;
    }

    /** What the book came to lack money by, for each entry that makes up for it. */
    Map<Cause, Cause> takers(Handle handle, UUID book, List<Entry> entries) {
        Map<Long, Cause> repaid = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.cause().kind().equals(REPAID))
                .forEach(entry -> repaid.put(entry.seq(), entry.cause()));
        if (repaid.isEmpty()) {
            return Map.of();
        }
        Map<Cause, Cause> takers = new HashMap<>();
        handle.createQuery(TAKERS)
                .bind("book", book)
                .bind("seqs", repaid.keySet().toArray(Long[]::new))
                .bind("shortfall", Accounts.SHORTFALL)
                .mapToMap()
                .forEach(row -> takers.put(repaid.get(row.get("seq")), new Cause((String) row.get("cause_kind"), (UUID)
                        row.get("cause_id"))));
        return takers;
    }

    /** Who holds the money, with the vote by which it was so at the entry; only Pools' books have such entries. */
    Map<UUID, Links> ofCustody(Handle handle, UUID book, List<Entry> entries) {
        List<Entry> concerned = entries.stream()
                .filter(entry -> OF_CUSTODY.contains(entry.cause().kind()))
                .toList();
        if (concerned.isEmpty()) {
            return Map.of();
        }
        String page = "/pools/" + bodies.read(BodyRef.pool(book)).slug() + "/custody";
        List<Vote> votes = handle.createQuery(VOTES)
                .bind("book", book)
                .map((row, context) -> new Vote(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class)))
                .list();
        Map<UUID, Links> found = new HashMap<>();
        concerned.forEach(entry -> found.put(
                entry.cause().id(),
                new Links(
                        page,
                        votes.stream()
                                .filter(vote -> !vote.carriedOut().toInstant().isAfter(entry.at()))
                                .findFirst()
                                .map(vote -> "/proposals/" + vote.id()),
                        Optional.empty())));
        return found;
    }

    private record Vote(UUID id, OffsetDateTime carriedOut) {}
}
