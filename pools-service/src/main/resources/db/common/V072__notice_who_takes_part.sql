-- When a member last took part, as far as it is later than their joining; noted when votes have closed.
alter table membership add column active_at timestamp with time zone;

-- Up to which closed vote it has been noted who took part.
create table taking_part (
    no int primary key check (no = 1),
    upto timestamp with time zone not null,
    upto_id uuid not null
);
insert into taking_part (no, upto, upto_id)
values (1, cast('1970-01-01 00:00:00+00' as timestamp with time zone), cast('00000000-0000-0000-0000-000000000000' as uuid));
create index proposal_by_close on proposal (closed_at, id);
