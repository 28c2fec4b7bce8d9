-- Floods have stewards too: terms are of a body, whichever it is, and not of a Pool alone.
create table body_steward (
    body_id uuid not null,
    person_id uuid not null references person (id),
    since timestamp with time zone not null,
    named_by uuid,
    ended_by uuid,
    ended_at timestamp with time zone,
    until timestamp with time zone,
    constraint body_steward_pk primary key (body_id, person_id, since)
);
insert into body_steward (body_id, person_id, since, named_by, ended_by, ended_at, until)
select pool_id, person_id, since, named_by, ended_by, ended_at, until from steward_term;
drop table steward_term;
