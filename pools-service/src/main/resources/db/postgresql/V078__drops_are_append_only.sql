create trigger drop_is_final before update or delete on electorate_drop
    for each row execute function refuse_change();
create trigger seat_is_frozen before update or delete on electorate_seat
    for each row execute function refuse_change();
