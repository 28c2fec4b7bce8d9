-- Proposals in discussion that a decision had asked for before it was kept which: their ids were made of its id.
update proposal p set asked_by = (
    select d.id from proposal d
        cross join (values ('flood-consent'), ('flood-merger'), ('flood-consented')) made (word)
    where d.author = p.author and d.enacted_at is not null and overlay(encode(sha256(convert_to(
            made.word || chr(10)
            || case when made.word = 'flood-consented' then cast(d.body_id as text) || chr(10) || p.body_id || chr(10) else '' end
            || d.id, 'UTF8')), 'hex') placing '8' from 13 for 1)
        like replace(overlay(cast(p.id as text) placing '_' from 20 for 1), '-', '') || '%'
    order by d.id fetch first 1 rows only)
where p.next_step = 'open' and p.asked_by is null and not p.draft;
