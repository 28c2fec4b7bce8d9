-- Where a person wants mail: an address that they gave, used once they have shown that its mail reaches them.
create table mail_address (
    person_id uuid not null references person (id),
    address varchar(254) not null,
    given_at timestamp with time zone not null,
    verified_at timestamp with time zone,
    -- what the mailed link must hash to, and until when
    code_hash bytea,
    code_until timestamp with time zone,
    -- how much, where nothing else was chosen for a Pool or Flood
    volume varchar(10) not null check (volume in ('everything', 'digest', 'waiting', 'nothing')),
    -- when the next digest is due; null while nothing waits for it
    digest_at timestamp with time zone,
    constraint mail_address_pk primary key (person_id)
);
create index mail_address_digest on mail_address (digest_at);
create index mail_address_given on mail_address (address, given_at);

create table mail_volume (
    person_id uuid not null references person (id),
    body_id uuid not null,
    volume varchar(10) not null check (volume in ('everything', 'digest', 'waiting', 'nothing')),
    constraint mail_volume_pk primary key (person_id, body_id)
);

-- The outbox. What a mail says is made when it is sent; here stands only that it is to be sent, and to whom.
create table mail (
    id uuid not null primary key,
    person_id uuid not null references person (id),
    kind varchar(8) not null check (kind in ('confirm', 'notice', 'digest')),
    -- the one Pool or Flood that it is about; null for several or none
    body_id uuid,
    state varchar(8) not null check (state in ('waiting', 'sent', 'dropped', 'aside')),
    attempts int not null,
    -- when it is due; whoever sends it moves this ahead, as a lease
    next_at timestamp with time zone,
    -- what ends such mail, and its hash; the secret itself goes when the mail has gone
    off_secret varchar(60),
    off_hash bytea not null,
    problem varchar(200),
    made_at timestamp with time zone not null,
    settled_at timestamp with time zone,
    constraint mail_off_once unique (off_hash),
    check ((state = 'waiting') = (next_at is not null))
);
create index mail_due on mail (state, next_at);
create index mail_of_person on mail (person_id, made_at);

-- Notices that are to be mailed; without a mail they wait for the next digest.
create table mail_item (
    notice_id uuid not null primary key references notice (id),
    person_id uuid not null,
    body_id uuid,
    mail_id uuid references mail (id)
);
create index mail_item_waiting on mail_item (person_id, mail_id);
create index mail_item_of_mail on mail_item (mail_id);
