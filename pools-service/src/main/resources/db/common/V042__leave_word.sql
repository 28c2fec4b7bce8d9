-- Word left for people, each told once; what it is about stands where the path leads.
create table notice (
    id uuid primary key,
    person_id uuid not null references person (id),
    kind varchar(60) not null,
    text varchar(600) not null,
    path varchar(200) not null,
    told_at timestamp with time zone not null,
    read_at timestamp with time zone
);
create index notice_of_person on notice (person_id, told_at, id);
create index notice_unread on notice (person_id, read_at);
