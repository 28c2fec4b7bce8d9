-- Who votes for whom on a topic. Only ever inserted: the highest revision counts; one without a delegate ends it.
create table delegation (
    body_id uuid not null,
    topic varchar(90) not null,
    person_id uuid not null,
    revision integer not null,
    delegate_id uuid,
    given_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    constraint delegation_pk primary key (body_id, topic, person_id, revision),
    constraint delegation_from_one check (revision >= 1),
    constraint delegation_is_to_another check (delegate_id <> person_id),
    constraint delegation_ends check ((delegate_id is null) = (expires_at is null))
);
create index delegation_of_person on delegation (body_id, person_id);
