-- Who carries a payout out, how much of it came back, and why it waits for its members.
alter table payout add column way varchar(10) default 'processor' not null;
alter table payout add column came_back bigint default 0 not null;
alter table payout add column held_since timestamp with time zone;
alter table payout add column held_for varchar(200);
update payout set came_back = amount where state = 'reversed';
alter table payout add constraint payout_returns_at_most_itself check (came_back >= 0 and came_back <= amount);

-- What members and stewards have said about a payout. Only ever inserted.
create table payout_word (
    payout_id uuid not null references payout (id),
    no integer not null,
    person_id uuid not null references person (id),
    kind varchar(10) not null check (kind in ('sent', 'seen', 'not-sent', 'confirm', 'object')),
    text varchar(500) not null,
    said_at timestamp with time zone not null,
    constraint payout_word_pk primary key (payout_id, no)
);

-- Which bank details a payee had when, as far as we were told: fingerprints only. Only ever inserted.
create table payee_details (
    payee_id uuid not null references payee (id),
    no integer not null,
    fingerprint varchar(200) not null,
    seen_at timestamp with time zone not null,
    constraint payee_details_pk primary key (payee_id, no)
);
