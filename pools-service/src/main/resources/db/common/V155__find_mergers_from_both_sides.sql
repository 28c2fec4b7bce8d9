-- A Flood's page asks which mergers it is part of, on either side; the key finds only those into others.
create index flood_merger_by_into on flood_merger (into_id);
