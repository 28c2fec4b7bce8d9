-- Counts of votes with options, delegates or Pools are kept as long as nothing has come that could change them.
alter table ballot_counter add column casts bigint default 0 not null;

create table delegation_state (
    body_id uuid not null,
    version bigint not null,
    constraint delegation_state_pk primary key (body_id)
);

insert into delegation_state (body_id, version) select body_id, count(*) from delegation group by body_id;

create index delegation_ends_at on delegation (body_id, expires_at);
