-- A Pool's part of a bucket of a Flood is named after both.
alter table account alter column name set data type varchar(240);
