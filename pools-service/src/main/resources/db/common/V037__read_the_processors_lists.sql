-- How far a list of the processor has been read: its events, and the movements of money on an account.
create table processor_cursor (
    name varchar(300) primary key,
    -- Everything up to here is stored.
    seen_until timestamp with time zone,
    -- The reading under way: from when, when it began, and the item after which it goes on. None between readings.
    sweep_since timestamp with time zone,
    sweep_started_at timestamp with time zone,
    page_after varchar(255),
    next_at timestamp with time zone not null,
    leased_until timestamp with time zone
);
create index payment_event_looked_at on payment_event (state, received_at);
