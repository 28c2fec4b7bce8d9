create trigger commons_share_is_append_only before update, delete on commons_share
    for each row call "coop.pools.platform.db.RefuseChange";
create trigger platform_part_is_append_only before update, delete on platform_part
    for each row call "coop.pools.platform.db.RefuseChange";
