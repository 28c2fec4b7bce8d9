-- The sandbox provider's authorisation codes: bound to a challenge and an address, used once.
create table sandbox_code (
    code_hash bytea primary key,
    subject varchar(60) not null,
    code_challenge varchar(128) not null,
    redirect_uri varchar(500) not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);
