create trigger delegation_is_append_only before update or delete on delegation
    for each row execute function refuse_change();
create trigger delegation_is_never_emptied before truncate on delegation
    for each statement execute function refuse_change();
