create trigger published_head_is_append_only before update, delete on published_head
    for each row call "coop.pools.platform.db.RefuseChange";
create trigger memo_erasure_is_append_only before update, delete on memo_erasure
    for each row call "coop.pools.platform.db.RefuseChange";
create trigger memo_is_erased_only before update, delete on memo
    for each row call "coop.pools.platform.db.RefuseUnrecordedErasure";
