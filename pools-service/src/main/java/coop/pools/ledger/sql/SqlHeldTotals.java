package coop.pools.ledger.sql;

import coop.pools.ledger.HeldTotals;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is held, the same SQL on both databases. */
@RegisterConstructorMapper(HeldTotals.Held.class)
public interface SqlHeldTotals extends HeldTotals {
    @Override
    @SqlQuery("""
            select b.currency, sum(case when a.name like 'liabilities:%' then -a.balance else a.balance end)
                   as amount_minor
            from account a join book b on b.id = a.book_id
            where a.name in ('liabilities:operator', 'assets:receivable:operator', 'assets:coming-home')
                or (a.name like 'assets:held:%' or a.name in ('assets:kept-back', 'liabilities:shortfall'))
                and not exists (select 1 from book own where own.id = b.id and own.id in (<books>))
            group by b.currency
            """)
    List<Held> except(@BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) List<UUID> books);
}
