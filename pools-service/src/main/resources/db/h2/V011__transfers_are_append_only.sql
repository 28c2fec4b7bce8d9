create trigger transfer_is_append_only before update, delete on transfer
    for each row call "coop.pools.platform.db.RefuseChange";
