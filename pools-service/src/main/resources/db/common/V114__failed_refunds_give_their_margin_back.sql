-- What each refund took of the margins of payments whose vote opened after the gift; gone when the refund has failed.
create table margin_taken (
    refund_id uuid not null references card_refund (id),
    pool_id uuid not null,
    given_at timestamp with time zone not null,
    taken_minor bigint not null,
    constraint margin_taken_pk primary key (refund_id, pool_id)
);
