package coop.pools.reconciliation.sql;

import coop.pools.reconciliation.MovementStore;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The processor's movements, the same SQL on both databases. */
@RegisterConstructorMapper(MovementRow.class)
@RegisterConstructorMapper(MovementStore.Sum.class)
public interface SqlMovementStore extends MovementStore {
    String SELECT = """
            select account, id, category, source_id, subject, contribution_id, words, amount, fee, net, currency,
                   created_at, available_on, standing
            from balance_transaction
            """;

    static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    @Override
    default int insert(List<ProcessorMovement> movements) {
        return movements.isEmpty()
                ? 0
                : Arrays.stream(insertRows(
                                movements.stream().map(MovementRow::of).toList()))
                        .sum();
    }

    @SqlBatch("""
            insert into balance_transaction (account, id, category, source_id, subject, contribution_id, words, amount,
                fee, net, currency, created_at, available_on, standing)
            values (:account, :id, :category, cast(:sourceId as varchar), :subject, cast(:contributionId as varchar),
                cast(:words as varchar), :amount, :fee, :net, :currency, :createdAt, :availableOn, :standing)
            on conflict do nothing
            """)
    int[] insertRows(@BindMethods List<MovementRow> rows);

    @Override
    default List<ProcessorMovement> ofSubjects(Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : rowsOf(subjects).stream().map(MovementRow::movement).toList();
    }

    @SqlQuery(SELECT + """
            where subject in (<subjects>) and standing <> 'platform'
            order by created_at, id
            """)
    List<MovementRow> rowsOf(@BindList Collection<String> subjects);

    @Override
    @SqlQuery("""
            select distinct subject from balance_transaction
            where standing = 'open' and subject > :after order by subject limit :limit
            """)
    List<String> openSubjects(String after, int limit);

    @Override
    default void stand(List<ProcessorMovement> movements, Standing standing) {
        if (!movements.isEmpty()) {
            standRows(movements.stream().map(MovementRow::of).toList(), word(standing));
        }
    }

    @SqlBatch("""
            update balance_transaction set standing = :next
            where account = :account and id = :id and standing <> :next
            """)
    void standRows(@BindMethods List<MovementRow> rows, String next);

    @Override
    @SqlQuery("""
            select currency, sum(net) as amount_minor from balance_transaction
            where standing = 'platform' and account = '' group by currency
            """)
    List<Sum> platform();

    @Override
    @SqlQuery("select count(*) from balance_transaction")
    long count();
}
