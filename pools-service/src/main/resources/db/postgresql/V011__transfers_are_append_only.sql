create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = '23001';
end
$$;
create trigger transfer_is_append_only before update or delete on transfer
    for each row execute function refuse_change();
create trigger transfer_is_never_emptied before truncate on transfer
    for each statement execute function refuse_change();
