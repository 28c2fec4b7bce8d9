package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.ledger.CausePages;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.treasury.domain.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Contributions, with their refunds and disputes, and payouts with their votes and expenses; what makes up for a
 * shortfall leads to what took the money. The pages of contributions and payouts are everybody's; an expense is its
 * Pool's members' and its giver's.
 */
final class SqlCausePages implements CausePages {
    private static final String ASKED = " in (select * from unnest(cast(:ids as uuid array)))";
    private static final String CONTRIBUTIONS =
            "select id as cause, id as contribution from contribution where id" + ASKED;
    private static final String REFUNDS = """
            select r.id as cause, k.id as contribution from card_refund r
            join contribution k on k.payment_id = r.payment_id where r.id""" + ASKED;
    private static final String PAYOUTS = """
            select o.id, coalesce(o.proposal_id, o.pledge_id) as proposal_id, e.id as expense, e.pool_id, e.person_id from payout o
            left join expense e on e.proposal_id = o.proposal_id where o.id""" + ASKED;

    /** The ids of their causes follow from the processor's, so they are looked for among the book's own. */
    private static final String DISPUTES = """
            select d.id, m.transaction_id, k.id as contribution
            from (select x.id, x.payment_id from card_dispute x where x.created_at <= :until
                  and exists (select 1 from contribution kx join contribution_share s on s.contribution_id = kx.id
                              where kx.payment_id = x.payment_id and s.pool_id = :book)
                  order by x.created_at desc, x.id fetch first 1000 rows only) d
            join contribution k on k.payment_id = d.payment_id
            left join card_dispute_movement m on m.dispute_id = d.id
            """;
    /** The processor's clock and ours may differ by so much. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Bodies bodies;
    private final SqlInnerCauses inner;

    SqlCausePages(Jdbi jdbi, Bodies bodies) {
        this.jdbi = jdbi;
        this.bodies = bodies;
        this.inner = new SqlInnerCauses(bodies);
    }

    @Override
    public Map<Cause, Links> of(Caller caller, UUID book, List<Entry> entries) {
        Map<UUID, Links> found = new HashMap<>();
        Map<Cause, Cause> takers = new HashMap<>();
        jdbi.useHandle(handle -> {
            takers.putAll(inner.takers(handle, book, entries));
            found.putAll(inner.ofCustody(handle, book, entries));
            List<Cause> causes = Stream.concat(entries.stream().map(Entry::cause), takers.values().stream())
                    .distinct()
                    .toList();
            contributions(handle, CONTRIBUTIONS, ids(causes, SqlCausePages::isOfContribution), found);
            contributions(handle, REFUNDS, ids(causes, kind -> kind.startsWith("refund")), found);
            payouts(handle, caller, ids(causes, kind -> kind.startsWith("payout-")), found);
            if (ids(causes, kind -> kind.startsWith("dispute-")).length > 0) {
                disputes(handle, book, latest(entries), found);
            }
        });
        return entries.stream()
                .map(Entry::cause)
                .distinct()
                .filter(cause -> found.containsKey(leading(cause, takers)))
                .collect(Collectors.toMap(cause -> cause, cause -> found.get(leading(cause, takers))));
    }

    private static UUID leading(Cause cause, Map<Cause, Cause> takers) {
        return takers.getOrDefault(cause, cause).id();
    }

    private static boolean isOfContribution(String kind) {
        return Set.of("contribution", Cause.SETTLEMENT, Cause.AVAILABLE).contains(kind);
    }

    private static UUID[] ids(List<Cause> causes, Predicate<String> kind) {
        return causes.stream()
                .filter(cause -> kind.test(cause.kind()))
                .map(Cause::id)
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Instant latest(List<Entry> entries) {
        return entries.stream().map(Entry::at).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static void contributions(Handle handle, String sql, UUID[] ids, Map<UUID, Links> found) {
        if (ids.length == 0) {
            return;
        }
        handle.createQuery(sql)
                .bind("ids", ids)
                .mapToMap()
                .forEach(row -> found.put((UUID) row.get("cause"), page(row)));
    }

    private static Links page(Map<String, Object> row) {
        return Links.to("/contributions/" + row.get("contribution"));
    }

    private static void disputes(Handle handle, UUID book, Instant latest, Map<UUID, Links> found) {
        handle.createQuery(DISPUTES)
                .bind("book", book)
                .bind("until", latest.plus(CLOCKS).atOffset(ZoneOffset.UTC))
                .mapToMap()
                .forEach(row -> {
                    found.put(Step.lossOf((String) row.get("id")), page(row));
                    Optional.ofNullable((String) row.get("transaction_id"))
                            .ifPresent(moved -> found.put(Step.movedBy(moved), page(row)));
                });
    }

    private void payouts(Handle handle, Caller caller, UUID[] ids, Map<UUID, Links> found) {
        if (ids.length == 0) {
            return;
        }
        Map<UUID, Boolean> members = new HashMap<>();
        handle.createQuery(PAYOUTS).bind("ids", ids).mapToMap().forEach(row -> {
            boolean mine = row.get("expense") != null
                    && caller.person()
                            .filter(person -> person.equals(row.get("person_id"))
                                    || members.computeIfAbsent(
                                            (UUID) row.get("pool_id"),
                                            pool -> bodies.isMember(BodyRef.pool(pool), person)))
                            .isPresent();
            found.put(
                    (UUID) row.get("id"),
                    new Links(
                            "/payouts/" + row.get("id"),
                            Optional.ofNullable(row.get("proposal_id")).map(id -> "/proposals/" + id),
                            Optional.ofNullable(row.get("expense"))
                                    .filter(unused -> mine)
                                    .map(id -> "/expenses/" + id)));
        });
    }
}
