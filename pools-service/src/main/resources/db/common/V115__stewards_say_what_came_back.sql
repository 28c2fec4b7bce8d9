-- Stewards can say that a payment by hand came back.
create table payout_said (
    payout_id uuid not null references payout (id),
    no integer not null,
    person_id uuid not null references person (id),
    kind varchar(10) not null check (kind in ('sent', 'seen', 'not-sent', 'came-back', 'confirm', 'object')),
    text varchar(500) not null,
    said_at timestamp with time zone not null,
    constraint payout_said_pk primary key (payout_id, no)
);
insert into payout_said (payout_id, no, person_id, kind, text, said_at)
select payout_id, no, person_id, kind, text, said_at from payout_word;
drop table payout_word;
alter table payout_said rename to payout_word;
