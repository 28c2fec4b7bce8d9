-- What a Pool or Flood has adopted. Rows are only ever inserted: a change of rules is a new version.
create table bylaws_version (
    body_id uuid not null,
    version integer not null,
    form text not null,
    edition text not null,
    -- JSON: name, purpose, currency, custodian, founded; the text is made of the edition, these and the rules
    facts text not null,
    -- JSON: every rule of the edition by key, in the order of the edition
    rules text not null,
    text text not null,
    sha256 char(64) not null,
    adopted_at timestamp with time zone not null,
    -- the passed proposal that made it; none for the first version
    proposal_id uuid,
    constraint bylaws_version_pk primary key (body_id, version),
    constraint bylaws_version_proposal_once unique (proposal_id),
    constraint bylaws_version_from_one check (version >= 1 and (version = 1) = (proposal_id is null))
);

-- Who has said yes to which exact text.
create table bylaws_acceptance (
    body_id uuid not null,
    version integer not null,
    person_id uuid not null,
    sha256 char(64) not null,
    accepted_at timestamp with time zone not null,
    constraint bylaws_acceptance_pk primary key (body_id, person_id, version),
    constraint bylaws_acceptance_of_version foreign key (body_id, version) references bylaws_version (body_id, version)
);
