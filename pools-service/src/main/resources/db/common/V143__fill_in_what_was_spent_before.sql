-- Who had come back to a Flood before that was kept begins anew, too: what the Flood had spent of its money by then, and what
-- was promised to payments on their way, as the books tell it. Who has not been there before had nothing in it.
update flood_pool set spent_before = (
    select coalesce(sum(case when t.debit_no = a.no then t.amount else -t.amount end), 0)
    from flood f
    join account a on a.book_id = flood_pool.pool_id and a.name = 'expenses:floods:' || f.slug
    join transfer t on t.book_id = a.book_id and (t.debit_no = a.no or t.credit_no = a.no)
    where f.id = flood_pool.flood_id and t.booked_at < flood_pool.joined_at
) + (
    select coalesce(sum(case when t.credit_no = a.no then t.amount else -t.amount end), 0)
    from (
        select id, slug as member from pool union all select id, 'flood--' || slug as member from flood
    ) m
    join account a on a.book_id = flood_pool.flood_id and (
        a.name in ('equity:committed:' || m.member, 'equity:earmarks-committed:' || m.member)
        or a.name like 'equity:floods-committed:%:' || m.member
        or a.name like 'equity:kept-committed:%:' || m.member
        or a.name like 'equity:earmarks-kept-committed:%:' || m.member
    )
    join transfer t on t.book_id = a.book_id and (t.debit_no = a.no or t.credit_no = a.no)
    where m.id = flood_pool.pool_id and t.booked_at < flood_pool.joined_at
)
where number > 1 and left_at is null;
