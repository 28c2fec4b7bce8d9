package coop.pools.app;

import coop.pools.ledger.PersonCauses;
import coop.pools.treasury.domain.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A person's contributions with their refunds and disputes, and payouts to them. */
final class SqlPersonCauses implements PersonCauses {
    private static final String CONTRIBUTIONS = """
            select s.pool_id as book, cast(k.id as varchar) as cause from contribution k
            join contribution_share s on s.contribution_id = k.id where k.person_id = :person
            """;
    private static final String REFUNDS = """
            select s.pool_id as book, cast(r.id as varchar) as cause from contribution k
            join contribution_share s on s.contribution_id = k.id
            join card_refund r on r.payment_id = k.payment_id where k.person_id = :person
            """;
    private static final String DISPUTES = """
            select s.pool_id as book, d.id as cause from contribution k
            join contribution_share s on s.contribution_id = k.id
            join card_dispute d on d.payment_id = k.payment_id where k.person_id = :person
            """;
    private static final String MOVEMENTS = """
            select s.pool_id as book, m.transaction_id as cause from contribution k
            join contribution_share s on s.contribution_id = k.id
            join card_dispute d on d.payment_id = k.payment_id
            join card_dispute_movement m on m.dispute_id = d.id where k.person_id = :person
            """;
    private static final String PAYOUTS = """
            select o.body_id as book, cast(o.id as varchar) as cause from payout o
            join payee p on p.id = o.payee_id where p.person_id = :person
            """;

    private final Jdbi jdbi;

    SqlPersonCauses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<UUID, List<UUID>> of(UUID person) {
        Map<UUID, List<UUID>> causes = new HashMap<>();
        jdbi.useHandle(handle -> {
            for (String ids : List.of(CONTRIBUTIONS, REFUNDS, PAYOUTS)) {
                rows(handle, ids, person).forEach(row -> add(causes, row.book(), UUID.fromString(row.cause())));
            }
            rows(handle, DISPUTES, person).forEach(row -> add(causes, row.book(), Step.lossOf(row.cause())));
            rows(handle, MOVEMENTS, person).forEach(row -> add(causes, row.book(), Step.movedBy(row.cause())));
        });
        return causes;
    }

    @Override
    public void forgetName(UUID person) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update contribution set payer_name = '' where person_id = :person and payer_name <> ''")
                .bind("person", person)
                .execute());
    }

    private static void add(Map<UUID, List<UUID>> causes, UUID book, UUID cause) {
        causes.computeIfAbsent(book, first -> new ArrayList<>()).add(cause);
    }

    private static List<Row> rows(Handle handle, String sql, UUID person) {
        return handle.createQuery(sql)
                .bind("person", person)
                .map((row, context) -> new Row(row.getObject("book", UUID.class), row.getString("cause")))
                .list();
    }

    private record Row(UUID book, String cause) {}
}
