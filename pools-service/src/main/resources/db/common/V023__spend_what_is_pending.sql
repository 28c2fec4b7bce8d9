-- Where the bylaws say so, a share can be spent as soon as it is paid. Fixed when the payment is begun.
alter table contribution_share add column at_once boolean default false not null;
