-- When it was told that the second of two votes on an entrenched rule can be proposed.
alter table bylaws_first_vote add column told_at timestamp with time zone;
create index bylaws_first_vote_to_tell on bylaws_first_vote (second_from);
