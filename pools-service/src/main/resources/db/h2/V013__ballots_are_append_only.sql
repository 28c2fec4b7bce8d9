create trigger ballot_is_append_only before update, delete on ballot
    for each row call "coop.pools.platform.db.RefuseChange";
create trigger electorate_is_frozen before update, delete on electorate_part
    for each row call "coop.pools.platform.db.RefuseChange";
