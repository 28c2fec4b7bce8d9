create table pool (
    id uuid primary key,
    slug varchar(80) not null,
    name varchar(400) not null,
    currency char(3) not null,
    legal_form varchar(40) not null,
    -- where its group was before; one Pool for each group, whoever founds it and however often
    source varchar(20) not null,
    group_id varchar(200) not null,
    -- raised by each joining and leaving; locking this row holds the roster still
    roster_version bigint not null,
    created_at timestamp with time zone not null,
    constraint pool_slug_once unique (slug),
    constraint pool_group_once unique (source, group_id)
);

-- From which roster version to which (exclusive) a person is a member. Someone who returns gets a new row.
create table membership (
    pool_id uuid not null references pool (id),
    person_id uuid not null references person (id),
    joined_version bigint not null,
    -- none while the person is a member
    left_version bigint,
    number integer not null,
    joined_at timestamp with time zone not null,
    left_at timestamp with time zone,
    constraint membership_pk primary key (pool_id, person_id, joined_version),
    constraint membership_number_once unique (pool_id, number),
    constraint membership_forward check (left_version is null or left_version > joined_version)
);
create index membership_present on membership (pool_id, left_version, number);
create index membership_person on membership (person_id, left_version);

-- People of the group that have been told of in a roster: nobody is a member for being here.
create table roster_invitation (
    pool_id uuid not null references pool (id),
    source varchar(20) not null,
    -- the source's id of the person; for CSV what tells the row apart: id:, email: or name:
    subject varchar(420) not null,
    -- both are erased when the person declines
    name varchar(400),
    email varchar(320),
    group_role varchar(20) not null,
    state varchar(12) not null,
    invited_at timestamp with time zone not null,
    settled_at timestamp with time zone,
    constraint roster_invitation_pk primary key (pool_id, source, subject)
);
create index roster_invitation_person on roster_invitation (source, subject, state);
create index roster_invitation_state on roster_invitation (pool_id, state);

-- Invitations by a secret link; the secret itself is not here.
create table invitation (
    id uuid primary key,
    pool_id uuid not null references pool (id),
    token_hash bytea not null,
    email varchar(320),
    invited_by uuid not null references person (id),
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    -- how many people have joined by it; one at most where it is for one e-mail address
    used integer not null,
    constraint invitation_token_once unique (token_hash)
);
create index invitation_of_pool on invitation (pool_id, invited_by, created_at);

-- A roster being read page by page; goes on after a restart, on any node.
create table roster_import (
    id uuid primary key,
    pool_id uuid not null references pool (id),
    person_id uuid not null references person (id),
    source varchar(20) not null,
    group_id varchar(200) not null,
    next_cursor varchar(3000),
    state varchar(12) not null,
    -- how many pages are in; a page is taken in only by whom finds this as it was when the page was asked for
    pages integer not null,
    read_count integer not null,
    total integer,
    -- failures in a row, and the last one's code
    failures integer not null,
    problem varchar(60),
    -- when it is due; whoever works on it moves this ahead, as a lease
    next_at timestamp with time zone not null,
    started_at timestamp with time zone not null,
    finished_at timestamp with time zone
);
create index roster_import_due on roster_import (state, next_at);
create index roster_import_of_pool on roster_import (pool_id, started_at);

-- A CSV roster waiting for its Pool: the uploader's alone, kept for a day.
create table csv_upload (
    id uuid primary key,
    person_id uuid not null references person (id),
    name varchar(400) not null,
    members integer not null,
    skipped integer not null,
    -- which column was read as what, in words
    columns_read varchar(2000) not null,
    uploaded_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index csv_upload_of_person on csv_upload (person_id, uploaded_at);
create index csv_upload_expiry on csv_upload (expires_at);

create table csv_upload_row (
    upload_id uuid not null references csv_upload (id),
    row_no integer not null,
    subject varchar(420) not null,
    name varchar(400) not null,
    email varchar(320),
    group_role varchar(20) not null,
    constraint csv_upload_row_pk primary key (upload_id, row_no)
);

create table csv_upload_note (
    upload_id uuid not null references csv_upload (id),
    note_no integer not null,
    line integer not null,
    reason varchar(40) not null,
    skipped boolean not null,
    text varchar(600) not null,
    constraint csv_upload_note_pk primary key (upload_id, note_no)
);
