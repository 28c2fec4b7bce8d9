create trigger published_head_is_append_only before update or delete on published_head
    for each row execute function refuse_change();
create trigger published_head_is_never_emptied before truncate on published_head
    for each statement execute function refuse_change();
create trigger memo_erasure_is_append_only before update or delete on memo_erasure
    for each row execute function refuse_change();
create function refuse_unrecorded_erasure() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (
            select 1 from memo_erasure where book_id = old.book_id and seq = old.seq) then
        return old;
    end if;
    raise exception '% is deleted only by an erasure', tg_table_name using errcode = '23001';
end
$$;
create trigger memo_is_erased_only before update or delete on memo
    for each row execute function refuse_unrecorded_erasure();
create trigger memo_is_never_emptied before truncate on memo
    for each statement execute function refuse_change();
