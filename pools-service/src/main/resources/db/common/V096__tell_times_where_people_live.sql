-- The time zone in which a person's mail tells times, for example Europe/Berlin; null: UTC.
alter table mail_address add column time_zone varchar(60);
