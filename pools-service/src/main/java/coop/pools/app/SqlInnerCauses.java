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

    /** The last entry by which the book came to lack something: its payouts stand still since then, so it is near. */
    private static final String TAKER = """
            select t.cause_kind, t.cause_id from transfer t
            where t.book_id = :book and t.seq < :seq
              and t.credit_no = (select a.no from account a where a.book_id = :book and a.name = :shortfall)
            order by t.book_id desc, t.seq desc limit 1
            """;

    /** The vote by which the money came to be held where it is. */
    private static final String VOTE = """
            select c.proposal_id, p.closes_at from pool_custody c join proposal p on p.id = c.proposal_id
            where c.pool_id = :book
            """;

    private final Bodies bodies;

    SqlInnerCauses(Bodies bodies) {
        this.bodies = bodies;
    }

    /** What the book came to lack money by, for each entry that makes up for it. */
    Map<Cause, Cause> takers(Handle handle, UUID book, List<Entry> entries) {
        Map<Cause, Cause> takers = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.cause().kind().equals(REPAID)) {
                handle.createQuery(TAKER)
                        .bind("book", book)
                        .bind("seq", entry.seq())
                        .bind("shortfall", Accounts.SHORTFALL)
                        .map((row, context) -> new Cause(row.getString(1), row.getObject(2, UUID.class)))
                        .findOne()
                        .ifPresent(taker -> takers.put(entry.cause(), taker));
            }
        }
        return takers;
    }

    /** Who holds the money, with the vote where it was over before the entry; only Pools' books have such entries. */
    Map<UUID, Links> ofCustody(Handle handle, UUID book, List<Entry> entries) {
        List<Entry> concerned = entries.stream()
                .filter(entry -> OF_CUSTODY.contains(entry.cause().kind()))
                .toList();
        if (concerned.isEmpty()) {
            return Map.of();
        }
        String page = "/pools/" + bodies.read(BodyRef.pool(book)).slug() + "/custody";
        record Vote(UUID id, OffsetDateTime closed) {}
        Optional<Vote> vote = handle.createQuery(VOTE)
                .bind("book", book)
                .map((row, context) -> new Vote(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class)))
                .findOne();
        Map<UUID, Links> found = new HashMap<>();
        concerned.forEach(entry -> found.put(
                entry.cause().id(),
                new Links(
                        page,
                        vote.filter(known -> known.closed() != null
                                        && !known.closed().toInstant().isAfter(entry.at()))
                                .map(known -> "/proposals/" + known.id()),
                        Optional.empty())));
        return found;
    }
}
