-- What the Flood had spent of a Pool's money when it joined: who comes back begins anew, and is not asked for a share of
-- costs by what was spent of it in an earlier stay. In the smallest unit.
alter table flood_pool add column spent_before bigint default 0 not null;
