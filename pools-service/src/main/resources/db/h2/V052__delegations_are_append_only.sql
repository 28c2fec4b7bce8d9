create trigger delegation_is_append_only before update, delete on delegation
    for each row call "coop.pools.platform.db.RefuseChange";
