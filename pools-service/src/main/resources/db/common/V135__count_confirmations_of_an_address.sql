-- Confirmations that were sent to an address within the last day, whoever has it now. The key is a hash of the address;
-- rows go when they count no more.
create table mail_asked (
    id uuid not null primary key,
    address_key uuid not null,
    asked_at timestamp with time zone not null
);
create index mail_asked_of_address on mail_asked (address_key, asked_at);
create index mail_asked_at on mail_asked (asked_at);
