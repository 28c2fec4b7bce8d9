-- The few events that wait or were set aside are found by payment_event_due; every event paid for this one.
drop index payment_event_looked_at;
