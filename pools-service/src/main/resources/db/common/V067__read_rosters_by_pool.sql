-- A whole roster as of a version is read from this index alone, when very many are counted.
create index membership_roster on membership (pool_id, joined_version, left_version, person_id);
