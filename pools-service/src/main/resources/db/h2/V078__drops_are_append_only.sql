create trigger drop_is_final before update, delete on electorate_drop
    for each row call "coop.pools.platform.db.RefuseChange";
create trigger seat_is_frozen before update, delete on electorate_seat
    for each row call "coop.pools.platform.db.RefuseChange";
