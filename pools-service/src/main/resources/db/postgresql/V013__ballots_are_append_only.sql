create trigger ballot_is_append_only before update or delete on ballot
    for each row execute function refuse_change();
create trigger ballot_is_never_emptied before truncate on ballot
    for each statement execute function refuse_change();
create trigger electorate_is_frozen before update or delete on electorate_part
    for each row execute function refuse_change();
create trigger electorate_is_never_emptied before truncate on electorate_part
    for each statement execute function refuse_change();
