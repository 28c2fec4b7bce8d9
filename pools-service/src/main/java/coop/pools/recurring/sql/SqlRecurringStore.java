package coop.pools.recurring.sql;

import coop.pools.kernel.Money;
import coop.pools.recurring.RecurringStore;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.SharePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Recurring contributions, the same SQL on both databases. */
@RegisterRowMapper(RecurringMappers.Recurring.class)
@RegisterRowMapper(RecurringMappers.Terms.class)
@RegisterRowMapper(RecurringMappers.Share.class)
@RegisterRowMapper(RecurringMappers.OfBill.class)
@RegisterRowMapper(RecurringMappers.Order.class)
public interface SqlRecurringStore extends RecurringStore {
    String SELECT = "select * from recurring_contribution ";
    String BILL = "select * from recurring_bill ";
    String ORDER = "select * from recurring_order o ";

    @Override
    default int insert(RecurringContribution wanted) {
        return insertRow(RecurringRows.Row.of(wanted));
    }

    @SqlUpdate("""
            insert into recurring_contribution (id, person_id, rhythm, account, state, note, touches, tries,
                next_look_at, created_at)
            values (:id, :person, :rhythm, cast(:account as varchar), :state, :note, :touches, :tries,
                cast(:nextLookAt as timestamp with time zone), :createdAt)
            on conflict do nothing
            """)
    int insertRow(@BindMethods RecurringRows.Row row);

    @Override
    @SqlQuery(SELECT + "where id = :id")
    Optional<RecurringContribution> find(UUID id);

    @Override
    @SqlQuery(SELECT + "where id = :id for update")
    Optional<RecurringContribution> lock(UUID id);

    @Override
    @SqlQuery("select id from recurring_contribution where subscription_id = :subscriptionId")
    Optional<UUID> bySubscription(String subscriptionId);

    @Override
    default void save(RecurringContribution changed) {
        updateRow(RecurringRows.Row.of(changed));
    }

    @SqlUpdate("""
            update recurring_contribution set state = :state, subscription_id = cast(:subscriptionId as varchar),
                customer_id = cast(:customerId as varchar), next_at = cast(:nextAt as timestamp with time zone),
                ends_at = cast(:endsAt as timestamp with time zone), note = :note, tries = :tries,
                next_look_at = cast(:nextLookAt as timestamp with time zone),
                read_at = cast(:readAt as timestamp with time zone)
            where id = :id
            """)
    void updateRow(@BindMethods RecurringRows.Row row);

    @Override
    @SqlUpdate("""
            update recurring_contribution set touches = touches + 1, next_look_at = :lookAt, tries = 0,
                subscription_id = coalesce(subscription_id, :subscriptionId)
            where id = :id
            """)
    int touch(UUID id, String subscriptionId, Instant lookAt);

    @Override
    @SqlQuery(SELECT + "where next_look_at <= :now order by next_look_at, id limit :limit")
    List<RecurringContribution> due(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update recurring_contribution set next_look_at = :nextLook, tries = :tries
            where id = :id and next_look_at = :readNextLook
            """)
    int lease(UUID id, Instant readNextLook, Instant nextLook, int tries);

    @Override
    @SqlUpdate("""
            update recurring_contribution set next_look_at = cast(:nextLook as timestamp with time zone),
                tries = :tries
            where id = :id and touches = :touches
            """)
    int schedule(UUID id, long touches, Optional<Instant> nextLook, int tries);

    @Override
    @SqlQuery(SELECT + "where person_id = :person order by created_at desc, id desc limit :limit")
    List<RecurringContribution> ofPerson(UUID person, int limit);

    @Override
    @SqlQuery("""
            select count(*) from recurring_contribution
            where person_id = :person and state not in ('ended', 'expired')
            """)
    int countPresent(UUID person);

    @Override
    @SqlQuery("""
            select r.id from recurring_contribution r
            where r.id in (select s.recurring_id from recurring_share s where s.pool_id = :pool)
                and (r.state not in ('ended', 'expired')
                        and (exists (select 1 from recurring_order o where o.recurring_id = r.id and o.state = 'open')
                            or exists (select 1 from recurring_share p
                                where p.recurring_id = r.id and p.pool_id = :pool
                                    and p.terms_no = (select max(t.no) from recurring_terms t
                                                      where t.recurring_id = r.id and not t.dropped)))
                    or exists (select 1 from recurring_bill b
                        where b.recurring_id = r.id and b.state = 'open'
                            and (b.pay_url is not null or r.state not in ('ended', 'expired'))))
            limit :limit
            """)
    List<UUID> presentInto(UUID pool, int limit);

    @Override
    @RegisterConstructorMapper(Former.class)
    @SqlQuery("""
            select distinct r.person_id as person, s.pool_id as pool
            from recurring_contribution r
            join recurring_terms t on t.recurring_id = r.id
                and t.no = (select max(l.no) from recurring_terms l where l.recurring_id = r.id and not l.dropped)
            join recurring_share s on s.recurring_id = r.id and s.terms_no = t.no
            join membership m on m.pool_id = s.pool_id and m.person_id = r.person_id and m.left_at > t.valid_from
            where r.state in ('active', 'past-due')
                and not exists (select 1 from membership p
                                where p.pool_id = s.pool_id and p.person_id = r.person_id and p.left_version is null)
                and not exists (select 1 from recurring_order o where o.recurring_id = r.id and o.state = 'open')
            limit :limit
            """)
    List<Former> ofFormerMembers(int limit);

    @Override
    default void insertTerms(UUID recurring, PaymentTerms terms) {
        insertTermsRow(RecurringRows.TermsRow.of(recurring, terms));
        List<RecurringRows.ShareRow> rows = new ArrayList<>();
        List<Money> parts = terms.parts();
        for (SharePlan share : terms.shares()) {
            rows.add(RecurringRows.ShareRow.of(rows.size() + 1, share, parts.get(rows.size())));
        }
        insertShareRows(recurring, terms.no(), rows);
    }

    @SqlUpdate("""
            insert into recurring_terms (recurring_id, no, amount, currency, meant, valid_from, confirmed_at, dropped)
            values (:recurring, :no, :amount, :currency, cast(:meant as bigint), :validFrom,
                cast(:confirmedAt as timestamp with time zone), :dropped)
            """)
    void insertTermsRow(@BindMethods RecurringRows.TermsRow row);

    @SqlBatch("""
            insert into recurring_share (recurring_id, terms_no, no, pool_id, bucket, basis_points, amount)
            values (:recurring, :terms, :no, :pool, cast(:bucket as varchar), :basisPoints, :amount)
            """)
    void insertShareRows(UUID recurring, int terms, @BindMethods List<RecurringRows.ShareRow> rows);

    @Override
    default List<PaymentTerms> terms(UUID recurring) {
        List<PaymentTerms> all = new ArrayList<>();
        for (RecurringMappers.BareTerms bare : termsRows(recurring)) {
            all.add(bare.with(shareRows(recurring, bare.no())));
        }
        return all;
    }

    @SqlQuery("select * from recurring_terms where recurring_id = :recurring order by no")
    List<RecurringMappers.BareTerms> termsRows(UUID recurring);

    @SqlQuery("select * from recurring_share where recurring_id = :recurring and terms_no = :terms order by no")
    List<SharePlan> shareRows(UUID recurring, int terms);

    @Override
    default void saveTerms(UUID recurring, PaymentTerms terms) {
        saveTermsRow(RecurringRows.TermsRow.of(recurring, terms));
    }

    @SqlUpdate("""
            update recurring_terms set confirmed_at = cast(:confirmedAt as timestamp with time zone),
                dropped = :dropped
            where recurring_id = :recurring and no = :no
            """)
    void saveTermsRow(@BindMethods RecurringRows.TermsRow row);

    @Override
    default int insertBill(Bill bill) {
        return insertBillRow(RecurringRows.BillRow.of(bill));
    }

    @SqlUpdate("""
            insert into recurring_bill (id, recurring_id, state, amount, currency, contribution_id, attempts, pay_url,
                retry_at, note, created_at)
            values (:id, :recurring, :state, :amount, :currency, cast(:contribution as uuid), :attempts,
                cast(:payUrl as varchar), cast(:retryAt as timestamp with time zone), :note, :createdAt)
            on conflict do nothing
            """)
    int insertBillRow(@BindMethods RecurringRows.BillRow row);

    @Override
    @SqlQuery(BILL + "where id = :id")
    Optional<Bill> bill(String id);

    @Override
    @SqlQuery(BILL + "where contribution_id = :contribution")
    Optional<Bill> billOf(UUID contribution);

    @Override
    default void saveBill(Bill bill) {
        saveBillRow(RecurringRows.BillRow.of(bill));
    }

    @SqlUpdate("""
            update recurring_bill set state = :state, amount = :amount, currency = :currency,
                contribution_id = cast(:contribution as uuid), attempts = :attempts,
                pay_url = cast(:payUrl as varchar), retry_at = cast(:retryAt as timestamp with time zone), note = :note
            where id = :id
            """)
    void saveBillRow(@BindMethods RecurringRows.BillRow row);

    @Override
    @SqlQuery(BILL + "where recurring_id = :recurring order by created_at desc, id desc limit :limit")
    List<Bill> bills(UUID recurring, int limit);

    @Override
    default int insertOrder(MemberOrder order) {
        return insertOrderRow(RecurringRows.OrderRow.of(order));
    }

    /** The number is taken under the lock of the recurring contribution's row. */
    @SqlUpdate("""
            insert into recurring_order (id, recurring_id, no, kind, terms_no, state, note, tries, next_try_at,
                created_at)
            select cast(:id as uuid), cast(:recurring as uuid),
                coalesce((select max(no) from recurring_order where recurring_id = :recurring), 0) + 1,
                cast(:kind as varchar), cast(:terms as integer), cast(:state as varchar), cast(:note as varchar),
                cast(:tries as integer), cast(:nextTryAt as timestamp with time zone),
                cast(:createdAt as timestamp with time zone)
            on conflict do nothing
            """)
    int insertOrderRow(@BindMethods RecurringRows.OrderRow row);

    @Override
    @SqlQuery(ORDER + "where recurring_id = :recurring order by no")
    List<MemberOrder> orders(UUID recurring);

    @Override
    @SqlQuery(ORDER + "where id = :id")
    Optional<MemberOrder> order(UUID id);

    @Override
    @SqlQuery(ORDER + "where id = :id for update")
    Optional<MemberOrder> lockOrder(UUID id);

    @Override
    default void saveOrder(MemberOrder order) {
        saveOrderRow(RecurringRows.OrderRow.of(order));
    }

    @SqlUpdate("""
            update recurring_order set state = :state, note = :note, tries = :tries,
                next_try_at = cast(:nextTryAt as timestamp with time zone)
            where id = :id
            """)
    void saveOrderRow(@BindMethods RecurringRows.OrderRow row);

    @Override
    @SqlQuery(ORDER + """
            where o.state = 'open' and o.next_try_at <= :now
                and not exists (select 1 from recurring_order earlier
                                where earlier.recurring_id = o.recurring_id and earlier.no < o.no
                                    and earlier.state = 'open')
            order by o.next_try_at, o.id limit :limit
            """)
    List<MemberOrder> dueOrders(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update recurring_order set next_try_at = :nextTry, tries = :tries
            where id = :id and state = 'open' and next_try_at = :readNextTry
            """)
    int leaseOrder(UUID id, Instant readNextTry, Instant nextTry, int tries);

    @Override
    @SqlQuery("""
            select coalesce(sum(case when r.rhythm = 'month' then 12 * s.amount else s.amount end), 0)
            from recurring_share s join recurring_contribution r on r.id = s.recurring_id
            where s.pool_id = :pool and r.state in ('active', 'past-due')
                and s.terms_no = (select max(t.no) from recurring_terms t
                                  where t.recurring_id = r.id and not t.dropped)
            """)
    long minorAYear(UUID pool);
}
