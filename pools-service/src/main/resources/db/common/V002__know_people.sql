create table person (
    id uuid primary key,
    name varchar(120) not null,
    created_at timestamp with time zone not null
);

-- A person is known by provider and subject, never by e-mail.
create table sign_in_account (
    provider varchar(20) not null,
    subject varchar(200) not null,
    person_id uuid not null references person (id),
    linked_at timestamp with time zone not null,
    primary key (provider, subject)
);
create index sign_in_account_person on sign_in_account (person_id);

-- One row per attempt to sign in: bound to a browser, used once.
create table sign_in_attempt (
    state_hash bytea primary key,
    browser_hash bytea not null,
    provider varchar(20) not null,
    code_verifier varchar(128) not null,
    return_to varchar(500) not null,
    started_at timestamp with time zone not null,
    used_at timestamp with time zone
);

create table browser_session (
    token_hash bytea primary key,
    person_id uuid not null references person (id),
    user_agent varchar(300) not null,
    started_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index browser_session_person on browser_session (person_id);

create table api_token (
    id uuid primary key,
    token_hash bytea not null unique,
    person_id uuid not null references person (id),
    name varchar(80) not null,
    scopes varchar(100) not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);
create index api_token_person on api_token (person_id, made_at);

-- Access to a person's group source, sealed with a key that is not in the database.
create table source_token (
    person_id uuid not null references person (id),
    provider varchar(20) not null,
    access_sealed bytea not null,
    refresh_sealed bytea,
    expires_at timestamp with time zone not null,
    refreshing_until timestamp with time zone,
    primary key (person_id, provider)
);
