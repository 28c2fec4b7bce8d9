create trigger commons_share_is_append_only before update or delete on commons_share
    for each row execute function refuse_change();
create trigger commons_share_is_never_emptied before truncate on commons_share
    for each statement execute function refuse_change();
create trigger platform_part_is_append_only before update or delete on platform_part
    for each row execute function refuse_change();
create trigger platform_part_is_never_emptied before truncate on platform_part
    for each statement execute function refuse_change();
