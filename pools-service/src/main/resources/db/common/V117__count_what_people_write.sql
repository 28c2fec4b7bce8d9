-- How much one person has put before others lately is bounded.
create index proposal_by_author on proposal (author, body_id);
create index comment_by_author on proposal_comment (author, created_at);
create index receipt_by_keeper on receipt (kept_by, kept_at);
